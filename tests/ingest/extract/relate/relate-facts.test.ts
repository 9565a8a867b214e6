import { describe, expect, it } from 'vitest'
import { extractText } from '../../../support/extract-text.ts'

const UMBRA = 'Umbra Metals GmbH recycles steel dust in Essen, Germany.'

describe('relateFacts', () => {
  it('reads a figure by the words nearest to it', async () => {
    const { facts } = await extractText(
      `${UMBRA} In 2024 Umbra Metals GmbH processed 21,400 tonnes of steel dust and had revenue of EUR 112 million.`,
    )
    expect(facts).toContain('Umbra Metals GmbH output 21,400 tonnes')
    expect(facts).toContain('Umbra Metals GmbH turnover EUR 112 million')
    expect(facts.filter((fact) => /investment|capacity/.test(fact))).toEqual([])
  })

  it('gives a capacity that is itself the subject to the plant spoken of', async () => {
    const { facts } = await extractText(
      'Umbra Metals GmbH owns the Essen smelter in Germany. The second Kaldo furnace went on stream there. Annual capacity for electronic scrap climbs from 60,000 to 90,000 tonnes.',
    )
    expect(facts).toContain('Essen smelter capacity 90,000 tonnes')
    expect(facts.filter((fact) => fact.startsWith('Kaldo'))).toEqual([])
  })

  it('gives the figures of an unnamed plant to who has it, and to nobody where no one does', async () => {
    const runs = await extractText(`${UMBRA} Umbra Metals GmbH runs a plant with a capacity of 40,000 tonnes a year.`)
    expect(runs.facts).toContain('Umbra Metals GmbH capacity 40,000 tonnes a year')
    const stands = await extractText(`${UMBRA} A plant in Togo with a capacity of 6,000 tonnes a year followed.`)
    expect(stands.facts).toEqual([])
  })

  it('leaves figures of countries, of unnamed firms and of several together alone', async () => {
    const { facts } = await extractText(
      `${UMBRA} Germany imports 16,000 tonnes of steel dust a year. In Ghana its subsidiary doubled capacity from 6,000 to 12,000 tonnes a year. The four together treat 320,000 t a year.`,
    )
    expect(facts).toEqual([])
  })

  it('does not take money that was not put in for an investment', async () => {
    const { facts } = await extractText(
      `${UMBRA} It has a registered capital of EUR 26 million. The total budget of Umbra Metals GmbH is EUR 11 million, of which the state provides EUR 4.5 million.`,
    )
    expect(facts).toEqual(['Umbra Metals GmbH investment EUR 11 million'])
  })

  it('knows rates of recovery of several metals, and no changes of a market', async () => {
    const { facts } = await extractText(
      `${UMBRA} Umbra Metals GmbH reaches recovery rates of 95 % for nickel and cobalt; for lithium they stay below 80 %. Prices rose by 12 % with the recovery of the market.`,
    )
    expect(facts).toEqual(['Umbra Metals GmbH recovery_rate 95 %', 'Umbra Metals GmbH recovery_rate below 80 %'])
  })

  it('marks what is only planned, in Chinese too', async () => {
    const english = await extractText(`${UMBRA} Umbra Metals GmbH would invest about EUR 500 million in a refinery.`)
    expect(english.facts).toEqual(['Umbra Metals GmbH investment about EUR 500 million (hedged)'])
    const chinese = await extractText(
      '华明再生资源有限公司位于江苏省无锡市，年处理废铝30万吨。公司计划到2027年新增年处理废铝10万吨。',
    )
    expect(chinese.facts).toEqual([
      '华明再生资源有限公司 capacity 10万吨 (planned)',
      '华明再生资源有限公司 capacity 30万吨',
    ])
  })

  it('gives the rate of a process to the firm that uses it', async () => {
    const { facts } = await extractText(
      `${UMBRA} Umbra Metals GmbH uses a rotary hearth furnace and recovers 92 % of the zinc.`,
    )
    expect(facts).toEqual(['Umbra Metals GmbH recovery_rate 92 %'])
  })
})
