import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRelation, propertyAllows, relationAllows } from '../../../graph/ontology/ontology.ts'
import type { ReadText } from '../../support/extract-text.ts'
import { extractText } from '../../support/extract-text.ts'

function expectSound({ text, extraction: { entities, statements } }: ReadText): void {
  const types = new Map(entities.map(({ key, type }) => [key, type]))
  for (const { mentions } of entities) {
    expect(mentions.length).toBeGreaterThan(0)
    for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface)
  }
  for (const { subject, predicate, object, value, evidence, confidence } of statements) {
    const from = types.get(subject)
    expect(from).toBeDefined()
    if (!from) continue
    expect((object === undefined) !== (value === undefined)).toBe(true)
    if (isRelation(predicate)) expect(relationAllows(predicate, from, types.get(object ?? '') ?? 'Document')).toBe(true)
    else expect(propertyAllows(predicate, from)).toBe(true)
    expect(evidence.length).toBeGreaterThan(0)
    for (const { start, end } of evidence) expect(text.slice(start, end).trim()).not.toBe('')
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThan(1)
  }
}

describe('createRulesExtractor', () => {
  it('names companies by legal form and goes on with their short names', async () => {
    const read = await extractText(
      'Velmora Zinc GmbH recycles steel dust in Dortmund, Germany. Velmora was founded in 1998. Its customers trust Velmora.',
    )
    expect(read.entities).toContain('Enterprise Velmora Zinc GmbH')
    expect(read.entity('Velmora Zinc GmbH')?.mentions.length).toBeGreaterThanOrEqual(3)
    expect(read.facts).toContain('Velmora Zinc GmbH founded 1998')
  })

  it('gives things of the world their own ids', async () => {
    const read = await extractText('The plant in Dortmund, Germany, treats steel dust and recovers zinc.')
    expect(read.entity('Dortmund')?.worldId).toBe('city/2935517')
    expect(read.entity('Germany')?.worldId).toBe('country/DE')
    expect(read.entity('zinc')?.worldId).toBe('metal/zinc')
    expect(read.relations).toContain('Dortmund LOCATED_IN Germany')
  })

  it('takes words that are also towns for what they are', async () => {
    const read = await extractText('Lead and tin are recovered. A nice mobile unit reads data in Orange light.')
    expect(read.entities.filter((entity) => entity.startsWith('City'))).toEqual([])
  })

  it('joins a body with the abbreviation defined behind it', async () => {
    const read = await extractText(
      'The Regional Centre for Metals and Waste (RCMW) held a workshop. RCMW will report. Experts of RCMW spoke.',
    )
    expect(read.entity('RCMW')).toMatchObject({ type: 'Organization', name: 'Regional Centre for Metals and Waste' })
  })

  it('ties a person to a body by role, in either order', async () => {
    const read = await extractText(
      'Anna Berg, Head of Research at Velmora Zinc GmbH, spoke first. Velmora Zinc GmbH chief executive Tomas Reuter followed.',
    )
    expect(read.relations).toContain('Anna Berg AFFILIATED_WITH Velmora Zinc GmbH')
    expect(read.relations).toContain('Tomas Reuter AFFILIATED_WITH Velmora Zinc GmbH')
    const [claim] = read.extraction.statements.filter(({ predicate }) => predicate === 'AFFILIATED_WITH')
    expect(claim?.qualifiers?.role).toBe('Head of Research')
  })

  it('reads passive and nominal forms', async () => {
    const read = await extractText(
      'Salt slag is treated by Velmora Zinc GmbH. Halden Metals AB, a recycler of copper scrap, is based in Malmö, Sweden.',
    )
    expect(read.relations).toContain('Velmora Zinc GmbH TREATS Salt slag')
    expect(read.relations).toContain('Halden Metals AB TREATS copper scrap')
    expect(read.relations).toContain('Halden Metals AB LOCATED_IN Malmö')
  })

  it('gives what a sentence says of others to nobody it names', async () => {
    const bought = await extractText('Velmora Zinc GmbH buys an aluminium dross processor.')
    expect(bought.relations).toEqual([])
    const said = await extractText(
      'Anna Berg, director of Velmora Zinc GmbH, said the furnace would also recover more silver.',
    )
    expect(said.relations.filter((relation) => relation.includes('RECOVERS'))).toEqual([])
    const visited = await extractText(
      'They visited Halden Metals AB and the Velden Steel Dust Treatment Plant, which uses a rotary hearth furnace.',
    )
    expect(visited.relations.filter((relation) => relation.includes('OFFERS'))).toEqual([])
  })

  it('gives the second verb of a sentence the subject of the first', async () => {
    const read = await extractText('Velmora Zinc GmbH runs two tilting rotary furnaces and processes aluminium dross.')
    expect(read.relations).toContain('Velmora Zinc GmbH TREATS aluminium dross')
    expect(read.relations).not.toContain('tilting rotary furnaces TREATS aluminium dross')
  })

  it('begins a name behind the place a firm is based in, and knows it again without its legal form', async () => {
    const read = await extractText(
      'Ostlund Process Oyj sold the unit to the Almaty-based Velmora Group. Ostlund Process was founded in 1949.',
    )
    expect(read.entities).toContain('Enterprise Velmora Group')
    expect(read.entities).not.toContain('Technology Ostlund Process')
    expect(read.facts).toContain('Ostlund Process Oyj founded 1949')
  })

  it('takes states for no towns and a trade in batteries for no waste', async () => {
    const read = await extractText('Velmora Zinc GmbH has plants in Indiana and Nevada. Battery makers buy the metal.')
    expect(read.entities).toEqual(['Enterprise Velmora Zinc GmbH'])
  })

  it('takes a surname, a metal and large words of a name for what they are there', async () => {
    const read = await extractText(
      'Ms Lina Park opened the meeting. Lead Lynx Co., Ltd. joined. Blue Copper Dross Works sells metal. Usual route: by ship. Waste streams vary.',
    )
    expect(read.entities).toContain('Person Lina Park')
    expect(read.entities).toContain('Enterprise Lead Lynx Co., Ltd.')
    expect(read.entities).not.toContain('WasteStream Blue Copper Dross')
    expect(read.entities).not.toContain('WasteStream Waste streams')
    expect(read.entities.filter((entity) => entity.startsWith('Technology '))).toEqual([])
  })

  it('takes "Lead" for the beginning of a name only where a legal form stands behind it', async () => {
    const read = await extractText(
      'Lead Auditor John Smith joined Umbra Metals Ltd. Lead Auditor Jane Brown as before. Lead Lynx Metals GmbH bought it.',
    )
    const named = read.entities.filter((entity) => /\bLead\b/.test(entity))
    expect(named).toEqual(['Enterprise Lead Lynx Metals GmbH'])
  })

  it('places a firm by the noun that explains it', async () => {
    const read = await extractText('Velmora Dross Ltd., a tolling company in Hamilton, Ontario, was sold.')
    expect(read.relations).toContain('Velmora Dross Ltd. LOCATED_IN Hamilton')
  })

  it('reads Chinese courses, agencies and people', async () => {
    const read = await extractText(
      '2025年6月，含金属固体废物资源化技术研修班在南宁举办。本次研修班由菲律宾环境管理局主办。桂江工业大学教授罗志刚讲解了转底炉法处理钢铁粉尘的技术。会上有31个城市的代表。',
    )
    const [event] = read.entities.filter((entity) => entity.startsWith('Event '))
    expect(read.entities.filter((entity) => /^(?:Event|City) /.test(entity))).toEqual(['City 南宁', event])
    expect(read.relations.filter((relation) => relation.includes('ORGANIZED'))).toHaveLength(1)
    expect(read.relations).toContain('罗志刚 AFFILIATED_WITH 桂江工业大学')
  })

  it('distributes lists', async () => {
    const read = await extractText('Velmora Zinc GmbH recovers zinc, lead and copper.')
    expect(read.relations.filter((relation) => relation.includes('RECOVERS'))).toHaveLength(3)
  })

  it('keeps what is planned, hoped or denied apart from what is', async () => {
    const read = await extractText(
      'Velmora Zinc GmbH will recycle copper scrap. Halden Metals AB does not treat salt slag. Ostara Metals Ltd could process aluminium dross.',
    )
    expect(read.relations).toContain('Velmora Zinc GmbH TREATS copper scrap (planned)')
    expect(read.relations).toContain('Halden Metals AB TREATS salt slag (negated)')
    expect(read.relations).toContain('Ostara Metals Ltd TREATS aluminium dross (hedged)')
  })

  it('follows "the company" and "it" to the company spoken of', async () => {
    const read = await extractText(
      'Velmora Zinc GmbH is based in Essen. The company recycles steel dust. It employs 310 people.',
    )
    expect(read.relations).toContain('Velmora Zinc GmbH TREATS steel dust')
    expect(read.facts).toContain('Velmora Zinc GmbH employees 310 people')
  })

  it('dates, places and peoples an event', async () => {
    const read = await extractText(
      'The Third Danube Forum on Metal Recycling was held in Vienna, Austria, from 5 to 7 July 2023. It was organised by the Danube Recyclers Association. Dr. Eva Horvath of the University of Pécs gave a talk. About 140 participants attended the forum.',
    )
    expect(read.relations).toContain('Third Danube Forum on Metal Recycling HELD_IN Vienna')
    expect(read.relations).toContain('Third Danube Forum on Metal Recycling HELD_IN Austria')
    expect(read.relations).toContain('Danube Recyclers Association ORGANIZED Third Danube Forum on Metal Recycling')
    expect(read.relations).toContain('Eva Horvath SPOKE_AT Third Danube Forum on Metal Recycling')
    expect(read.facts).toContain('Third Danube Forum on Metal Recycling date 5 to 7 July 2023')
    expect(read.facts).toContain('Third Danube Forum on Metal Recycling members About 140 participants')
  })

  it('lists the members of a network', async () => {
    const read = await extractText(
      'The Andean Network on Battery Waste links ministries. Members of the network are Bolivia, Chile, Colombia and Peru.',
    )
    expect(read.relations.filter((relation) => relation.includes('MEMBER_OF'))).toHaveLength(4)
  })

  it('finds names in text that lost its capitals', async () => {
    const read = await extractText(
      'the meeting was held in nanning, china. zhao minghua, director of the solid waste center of guangxi, and chen weiling, general manager of nanning ruide metal industry co., LTD., attended with guests from laos and vietnam.',
    )
    expect(read.entities).toContain('Person zhao minghua')
    expect(read.entities).toContain('Person chen weiling')
    expect(read.entities).toContain('Organization solid waste center of guangxi')
    expect(read.relations).toContain('chen weiling AFFILIATED_WITH nanning ruide metal industry co., LTD.')
  })

  it('reads Chinese', async () => {
    const read = await extractText(
      '柳州宏泰锌业有限公司位于柳州市，成立于2006年。公司采用回转窑处理钢铁粉尘。公司总经理王志强表示，锌回收率达到92%。',
    )
    expect(read.relations).toContain('柳州宏泰锌业有限公司 LOCATED_IN 柳州市')
    expect(read.relations).toContain('柳州宏泰锌业有限公司 TREATS 钢铁粉尘')
    expect(read.relations).toContain('王志强 AFFILIATED_WITH 柳州宏泰锌业有限公司')
    expect(read.facts).toContain('柳州宏泰锌业有限公司 founded 2006年')
  })

  it('reads Spanish', async () => {
    const read = await extractText(
      'La empresa Metales del Sur S.A. recupera plomo y zinc en Rosario, Argentina. Metales del Sur fue fundada en 1994.',
    )
    expect(read.entities).toContain('Enterprise Metales del Sur S.A.')
    expect(read.relations).toContain('Metales del Sur S.A. RECOVERS plomo')
    expect(read.facts).toContain('Metales del Sur S.A. founded 1994')
  })

  it('takes nothing out of boilerplate', async () => {
    const read = await extractText(
      'Forward-looking statements\n\nVelmora Zinc GmbH may differ from expected results in Germany.\n\nCopyright © 2020 Halden Metals AB. All rights reserved.',
    )
    expect(read.extraction.statements).toEqual([])
  })

  it('says nothing about an empty document', async () => {
    const { extraction } = await extractText('...')
    expect(extraction).toEqual({ entities: [], statements: [], problems: [] })
  })

  it('gives the same for the same text', async () => {
    const text = 'Velmora Zinc GmbH of Essen treats steel dust. The forum was held in Vienna.'
    expect(await extractText(text)).toEqual(
      await extractText(text).then((read) => ({
        ...read,
        entity: expect.any(Function),
        statement: expect.any(Function),
      })),
    )
  })

  it('keeps mentions, evidence and vocabulary sound for any text', async () => {
    const word = fc.constantFrom(
      'Velmora',
      'Zinc',
      'GmbH',
      'the',
      'company',
      'treats',
      'steel',
      'dust',
      'in',
      'Vienna',
      'Austria',
      ',',
      '.',
      'and',
      'of',
      'Ministry',
      'Environment',
      '(',
      'UNEP',
      ')',
      'Dr',
      'Eva',
      'Horvath',
      'Director',
      'Forum',
      'held',
      'by',
      '120,000',
      'tonnes',
      'a',
      'year',
      '2019',
      'will',
      'not',
      'recover',
      'copper',
      '有限公司',
      '处理',
      '粉尘',
      '"',
      ':',
      '%',
      '95',
      'its',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
        expectSound(await extractText(words.join(' ')))
      }),
      { numRuns: 150 },
    )
  })

  it('ends on hostile text', async () => {
    for (const part of [
      '((((((',
      'A of ',
      'Ministry of ',
      'and A ',
      '"“',
      '1,000 ',
      'a-',
      'Dr. ',
      'de la ',
      '公司',
      'X (Y ',
      'in 2020 ',
    ]) {
      expectSound(await extractText(part.repeat(3_000)))
    }
  })
})
