import { describe, expect, it } from 'vitest'
import { passageTexts, problemCodes, readBytes } from '../../support/read-passages.ts'

describe('textReader', () => {
  it('joins lines broken at a margin and keeps lines broken by the author', async () => {
    const text = [
      'The works in the north of the district treat the dust of',
      'four furnaces and sell the oxide to a smelter in the next',
      'province.',
      '',
      'Ministry of Industry',
      '4 Hill Road',
      'Vientiane',
    ].join('\n')
    const read = await readBytes('a.txt', text)
    expect(passageTexts(read)).toEqual([
      'The works in the north of the district treat the dust of four furnaces and sell the oxide to a smelter in the next province.',
      'Ministry of Industry',
      '4 Hill Road',
      'Vientiane',
    ])
  })

  it('takes each line for a paragraph where paragraphs are long lines', async () => {
    const paragraphs = [1, 2, 3].map((index) => `Paragraph ${index} ${'goes on and on '.repeat(30)}to its end.`)
    expect(passageTexts(await readBytes('a.txt', paragraphs.join('\n')))).toEqual(paragraphs)
  })

  it('joins Chinese lines without a space', async () => {
    const line = '钢铁企业每年产生大量含锌粉尘需要妥善处理并回收其中的有价金属资源以减少环境污染和资源浪费情况'
    expect((await readBytes('a.txt', `${line}\n${line}`)).text).toBe(line + line)
  })

  it('reads neighbouring lines of cells between tabs as a table under its headers', async () => {
    const read = await readBytes(
      'a.txt',
      'Plants of the region\n\nCompany\tCity\tCapacity (t/a)\nUmbra Ltd\tPune\t4,000\nPenta Ltd\tHanoi\t7,500\n\nFigures of 2024.',
    )
    expect(passageTexts(read, 'table-row')).toEqual([
      'Company\tCity\tCapacity (t/a)',
      'Umbra Ltd\tPune\t4,000',
      'Penta Ltd\tHanoi\t7,500',
    ])
    const last = read.passages.findLast(({ kind }) => kind === 'table-row')
    expect(last?.cells?.map(({ header }) => header)).toEqual(['Company', 'City', 'Capacity (t/a)'])
  })

  it('reads items of a list without their bullets, numbers with them', async () => {
    const read = await readBytes('a.txt', '• collect\n• sort\n\n1) ship\n2) smelt')
    expect(passageTexts(read, 'list-item')).toEqual(['collect', 'sort', '1) ship', '2) smelt'])
  })

  it('unpacks text that is packed whole as base64, and leaves codes and keys alone', async () => {
    const read = await readBytes(
      'a.txt',
      Buffer.from('The plant in the north treats slag and dust.').toString('base64'),
    )
    expect(read.text).toBe('The plant in the north treats slag and dust.')
    expect(problemCodes(read)).toEqual(['base64-unwrapped'])
    const key = Buffer.from(Array.from({ length: 60 }, (_, index) => (index * 151 + 7) % 256)).toString('base64')
    expect((await readBytes('a.txt', key)).text).toBe(key)
  })
})
