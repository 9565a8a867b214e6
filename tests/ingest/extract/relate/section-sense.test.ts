import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('section sense', () => {
  it('gives a figure of an item to who is named in it, not to the plant of the item before', async () => {
    const { facts } = await extractText(
      '# Recyclers\n\n- Mekong Dross Works in Vientiane treats copper dross.\n- Savan Battery Recycling Co., Ltd. in Savannakhet treats lead-acid batteries; its capacity is 6 kt per year.\n',
      'list.md',
    )
    expect(facts).toEqual(['Savan Battery Recycling Co., Ltd. capacity 6 kt per year'])
  })

  it('gives a line of figures to the thing that heads its section', async () => {
    const { facts } = await extractText(
      '# Works\n\n## Mekong Dross Works\n\nPlace: Vientiane\n\n## Savan Battery Plant\n\nSize: 12,000 tonnes a year\n',
      'list.md',
    )
    expect(facts).toEqual(['Savan Battery Plant capacity 12,000 tonnes a year'])
  })

  it('gives no figure of a section without a known thing to that of an earlier one', async () => {
    const { facts } = await extractText(
      '# Works\n\n## Mekong Dross Works\n\nMekong Dross Works treats copper dross.\n\n## The other one\n\nSize: 12,000 tonnes a year\n',
      'list.md',
    )
    expect(facts).toEqual([])
  })

  it('keeps the results of a section with the firm that heads it, whoever else is named', async () => {
    const { facts } = await extractText(
      '# 报告\n\n## 广东邦普循环科技有限公司\n\n与宁德时代新能源有限公司合作。镍、钴回收率达99.6%，年处理废旧电池12万吨。\n',
      'list.md',
    )
    expect(facts).toEqual(['广东邦普循环科技有限公司 capacity 12万吨', '广东邦普循环科技有限公司 recovery_rate 99.6%'])
  })

  it('gives the target of a law to no firm', async () => {
    const { facts } = await extractText(
      'Umbra Metals recycles lithium batteries in Pune. The Battery Regulation demands that by 2027 recyclers recover 90 percent of cobalt.',
    )
    expect(facts).toEqual([])
  })

  it('takes what an oxide holds for no yield of a firm', async () => {
    const { facts } = await extractText(
      'The kiln gives an oxide, which holds roughly 70% zinc. Umbra Metals runs a Waelz kiln in Pune that recovers zinc.',
    )
    expect(facts).toEqual([])
  })
})
