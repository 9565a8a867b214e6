import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

describe('markPlans', () => {
  it('makes plans of all clauses behind a verb of building to come', async () => {
    const { relations } = await extractText(
      'Umbra Metals signed a lease in Pune. There it will construct a smelter to treat copper dross and a Waelz kiln that treats steel dust.',
    )
    expect(relations).toEqual(['Umbra Metals TREATS copper dross (planned)', 'Waelz kiln TREATS steel dust (planned)'])
  })

  it('makes plans of a Chinese project with its sum, process and capacity, and of none that runs already', async () => {
    const planned = await extractText(
      '格林绿源公司将在荆门建设铜渣处理厂，总投资2亿元，采用回转窑工艺，设计年处理能力3万吨，预计2026年底投产。',
    )
    expect(planned.facts).toEqual(['格林绿源公司 capacity 3万吨 (planned)', '格林绿源公司 investment 2亿元 (planned)'])
    expect(planned.relations).toContain('格林绿源公司 OFFERS 回转窑工艺 (planned)')
    const runs = await extractText('格林绿源公司已建成铜渣处理厂，采用回转窑工艺，年处理能力3万吨。')
    expect(runs.facts).toEqual(['格林绿源公司 capacity 3万吨'])
    expect(runs.relations).toContain('格林绿源公司 OFFERS 回转窑工艺')
  })

  it('makes a plan of a design capacity only before the start', async () => {
    const building = 'Umbra Metals is building the Pune smelter. Design capacity is 110,000 tonnes per year'
    const capacity = async (text: string) => (await extractText(text)).facts.find((fact) => fact.includes('capacity'))
    expect(await capacity(`${building} and start-up is foreseen for 2027.`)).toMatch(/planned/)
    expect(await capacity(`${building}. Start-up is foreseen for 2027.`)).toMatch(/planned/)
    expect(await capacity(`${building}. It treats copper dross.`)).not.toMatch(/planned/)
  })

  it('leaves what stood before the plan as it is', async () => {
    const { relations } = await extractText(
      'Umbra Metals treats salt slag in Pune and will build a smelter that treats copper dross.',
    )
    expect(relations).toContain('Umbra Metals TREATS salt slag')
    expect(relations.filter((each) => each.includes('copper dross'))).toEqual([
      'Umbra Metals TREATS copper dross (planned)',
    ])
  })

  it('takes the waste in the name of a firm for no proof that it treats it', async () => {
    const { relations } = await extractText('Blue Copper Dross Works closed in 2019. The site is in Pune.')
    expect(relations.filter((each) => each.includes('TREATS'))).toEqual([])
    const described = await extractText('Umbra Metals runs a salt slag recycling plant in Pune.')
    expect(described.relations).toContain('salt slag recycling plant TREATS salt slag')
  })
})
