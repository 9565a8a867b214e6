import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRelation, propertyAllows, relationAllows } from '../../../../graph/ontology/ontology.ts'
import type { TableMapping } from '../../../../ingest/extract/table/table-mapping.ts'
import { parseTableMapping } from '../../../../ingest/extract/table/table-mapping.ts'
import { composeWorkbook } from '../../../../scripts/examples/compose-workbook.ts'
import { type ExtractedTable, extractTable } from '../../../support/extract-table.ts'

function csv(...rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
}

const extractCsv = (rows: readonly (readonly string[])[], mapping?: TableMapping) =>
  extractTable('list.csv', csv(...rows), mapping)

/** Every claim lies in one row, every mention is a place of the text, the ontology allows every claim. */
function expectSound({ read, extraction }: ExtractedTable): void {
  const types = new Map(extraction.entities.map(({ key, type }) => [key, type]))
  for (const { mentions } of extraction.entities) {
    expect(mentions.length).toBeGreaterThan(0)
    for (const { start, end, surface } of mentions) expect(read.text.slice(start, end)).toBe(surface)
  }
  for (const { subject, predicate, object, value, evidence, confidence } of extraction.statements) {
    const from = types.get(subject)
    if (!from) throw new Error(`${subject} is not listed`)
    if (isRelation(predicate)) {
      const to = types.get(object ?? '')
      expect(to !== undefined && relationAllows(predicate, from, to)).toBe(true)
      expect(value).toBeUndefined()
    } else {
      expect(propertyAllows(predicate, from)).toBe(true)
      expect(value).toBeDefined()
    }
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(evidence.length).toBeGreaterThan(0)
    for (const { start, end } of evidence) {
      expect(end).toBeGreaterThan(start)
      const row = read.passages.find((passage) => passage.start <= start && end <= passage.end)
      expect(row?.kind).toBe('table-row')
      expect(row?.header).toBeUndefined()
    }
  }
}

const COMPANIES = [
  [
    'Company',
    'Country',
    'City',
    'Waste streams',
    'Metals',
    'Technology',
    'Capacity (t/a)',
    'Founded',
    'Website',
    'Mood',
  ],
  [
    'Umbra Recycling AB',
    'Sweden',
    'Landskrona',
    'EAF dust; salt slag',
    'zinc, lead',
    'Waelz process',
    '65,000',
    '1998',
    'https://umbra.example',
    'good',
  ],
]

describe('the table extractor', () => {
  it('reads a row of a CSV file as a company with its place, wastes, metals, technology and figures', async () => {
    const table = await extractCsv(COMPANIES)
    const umbra = 'Enterprise Umbra Recycling AB'
    expect(table.claims).toEqual(
      expect.arrayContaining([
        `${umbra} –LOCATED_IN→ Country Sweden`,
        `${umbra} –LOCATED_IN→ City Landskrona`,
        'City Landskrona –LOCATED_IN→ Country Sweden',
        `${umbra} –TREATS→ WasteStream electric arc furnace dust`,
        `${umbra} –TREATS→ WasteStream salt slag`,
        `${umbra} –RECOVERS→ Metal zinc`,
        `${umbra} –RECOVERS→ Metal lead`,
        `${umbra} –capacity→ 65000 t a year`,
        `${umbra} –founded→ 1998`,
        `${umbra} –website→ https://umbra.example`,
      ]),
    )
    expect(table.claims.some((claim) => claim.startsWith(`${umbra} –OFFERS→ Technology`))).toBe(true)
    // Two wastes, one technology: the row does not say which of them it treats.
    expect(table.claims.some((claim) => claim.startsWith('Technology'))).toBe(false)
    expect(table.claims.join('\n')).not.toContain('good')
    expectSound(table)
  })

  it('gives things of the world their id in the world and other things none', async () => {
    const { extraction } = await extractCsv(COMPANIES)
    const worldIds = Object.fromEntries(extraction.entities.map(({ name, worldId }) => [name, worldId]))
    expect(worldIds.Sweden).toBe('country/SE')
    expect(worldIds.zinc).toBe('metal/zinc')
    expect(worldIds.Landskrona).toMatch(/^city\/\d+$/)
    expect(worldIds['Umbra Recycling AB']).toBeUndefined()
  })

  it('reads each sheet of a workbook by its own header', async () => {
    const bytes = await composeWorkbook({
      sheets: [
        {
          name: 'Plants',
          rows: [
            ['Plant', 'Operator', 'Country', 'Status', 'Capacity'],
            ['Norrby works', 'Umbra AB', 'Sweden', 'In operation', '40 kt/a'],
            ['Sorby works', 'Umbra AB', 'Sweden', 'Planned', '20 kt/a'],
            ['Vastby works', 'Umbra AB', 'Sweden', 'Closed', '5 kt/a'],
          ],
        },
        {
          name: 'Rules',
          rows: [
            ['Country', 'Waste stream', 'Rule', 'Instrument'],
            ['Chile', 'Steel dust', 'Import is forbidden', 'Ley 1.234'],
          ],
        },
      ],
    })
    const table = await extractTable('book.xlsx', bytes)
    expect(table.claims).toEqual(
      expect.arrayContaining([
        'Enterprise Umbra AB –OPERATES→ Facility Norrby works',
        'Facility Norrby works –capacity→ 40000 t a year',
        'Enterprise Umbra AB –OPERATES→ Facility Sorby works [planned]',
        'Facility Sorby works –capacity→ 20000 t a year [planned]',
        'Country Chile –rule→ Steel dust: Import is forbidden',
        'Regulation Ley 1.234 –APPLIES_IN→ Country Chile',
        'Regulation Ley 1.234 –REGULATES→ WasteStream steel dust',
      ]),
    )
    expect(table.claims.join('\n')).not.toContain('Vastby')
    expectSound(table)
  })

  it('reads a list of JSON objects, each row of the type it states', async () => {
    const people = [
      {
        type: 'Person',
        name: 'Ada Quill',
        affiliation: 'University of Norrby',
        role: 'Professor',
        address: { country: 'Norway' },
        expertise: ['zinc', 'steel dust'],
      },
      { type: 'Award', name: 'Crucible Prize 2020', year: 2020, awardedTo: 'Umbra AB', category: 'Metals' },
      { type: 'Recipe', name: 'Fish soup', year: 2020 },
    ]
    const table = await extractTable('list.json', JSON.stringify({ people }))
    expect(table.claims).toEqual(
      expect.arrayContaining([
        'Person Ada Quill –AFFILIATED_WITH→ Organization University of Norrby [Professor]',
        'Person Ada Quill –LOCATED_IN→ Country Norway',
        'Person Ada Quill –EXPERT_IN→ Metal zinc',
        'Person Ada Quill –EXPERT_IN→ WasteStream steel dust',
        'Award Crucible Prize 2020 –AWARDED→ Enterprise Umbra AB [Metals, 2020]',
        'Award Crucible Prize 2020 –year→ 2020',
      ]),
    )
    expect(table.claims.join('\n')).not.toContain('soup')
    expectSound(table)
  })

  it('reads Chinese and Spanish headers', async () => {
    const chinese = await extractTable(
      '名单.csv',
      '企业名称,国家,所在城市,废物,回收金属,产能（万吨/年）\n北山再生资源有限公司,中国,广州,钢铁粉尘,锌、铅,2.5\n',
    )
    expect(chinese.claims).toEqual(
      expect.arrayContaining([
        'Enterprise 北山再生资源有限公司 –LOCATED_IN→ Country China',
        'Enterprise 北山再生资源有限公司 –LOCATED_IN→ City Guangzhou',
        'Enterprise 北山再生资源有限公司 –RECOVERS→ Metal lead',
        'Enterprise 北山再生资源有限公司 –capacity→ 25000 t a year',
      ]),
    )
    const spanish = await extractTable(
      'lista.csv',
      'Empresa;País;Residuos;Inversión (millones USD);Año de fundación\nMetalúrgica Norrby S.A.;Chile;baterías de plomo;12;1990\n',
    )
    expect(spanish.claims).toEqual(
      expect.arrayContaining([
        'Enterprise Metalúrgica Norrby S.A. –LOCATED_IN→ Country Chile',
        'Enterprise Metalúrgica Norrby S.A. –founded→ 1990',
        'Enterprise Metalúrgica Norrby S.A. –investment→ 12000000 USD',
      ]),
    )
    expectSound(chinese)
    expectSound(spanish)
  })

  it('ties speakers to the event their heading names, and to none where it names none', async () => {
    const rows =
      '| Speaker | Affiliation | Title of talk |\n|---|---|---|\n| Ada Quill | Norrby Institute | Dust to zinc |\n'
    const named = await extractTable('a.md', `# First Norrby Conference on Zinc\n\n${rows}`)
    expect(named.claims).toContain('Person Ada Quill –SPOKE_AT→ Event First Norrby Conference on Zinc [Dust to zinc]')
    expectSound(named)
    const bare = await extractTable('a.md', `# Who speaks\n\n${rows}`)
    expect(bare.claims).toEqual(['Person Ada Quill –AFFILIATED_WITH→ Organization Norrby Institute'])
  })

  it('says nothing of totals, empty cells and words that say nothing', async () => {
    const { claims } = await extractCsv([
      ['Company', 'Country', 'Capacity'],
      ['Umbra AB', 'n/a', '-'],
      ['Lumen GmbH', 'Germany', 'not stated'],
      ['Total', 'Germany', '500 t/a'],
      ['various', 'Germany', '500 t/a'],
      ['', 'Germany', '500 t/a'],
    ])
    expect(claims).toEqual(['Enterprise Lumen GmbH –LOCATED_IN→ Country Germany'])
  })

  it('never shifts a value of a ragged row', async () => {
    const { claims } = await extractTable(
      'a.csv',
      'Company,Country,City,Capacity\nUmbra AB,,Landskrona\nLumen GmbH,Germany,,10 t/a,Poland\nNitor AB,Sweden\nLux AG,Austria,Leoben,5 t/a\nTotal,,,\nTotal,,,\nTotal,,,\n',
    )
    expect(claims.filter((claim) => claim.startsWith('Enterprise'))).toEqual([
      'Enterprise Umbra AB –LOCATED_IN→ City Landskrona',
      'Enterprise Lumen GmbH –LOCATED_IN→ Country Germany',
      'Enterprise Lumen GmbH –capacity→ 10 t a year',
      'Enterprise Nitor AB –LOCATED_IN→ Country Sweden',
      'Enterprise Lux AG –LOCATED_IN→ Country Austria',
      'Enterprise Lux AG –LOCATED_IN→ City Leoben',
      'Enterprise Lux AG –capacity→ 5 t a year',
    ])
  })

  it.each([
    [
      'a league table',
      [
        ['Team', 'Location', 'Cups'],
        ['Blues', 'Boston', '1'],
        ['Reds', 'Chicago', '3'],
      ],
    ],
    [
      'a medal table',
      [
        ['Country', 'Gold', 'Silver'],
        ['Norway', '16', '8'],
        ['Chile', '1', '0'],
      ],
    ],
    [
      'a race',
      [
        ['Event', 'Winner', 'Country'],
        ['Marathon', 'Ada Quill', 'Norway'],
      ],
    ],
    [
      'a price list',
      [
        ['Company', 'Metal', 'Price'],
        ['Umbra AB', 'Zinc', '2,500'],
        ['Lumen AB', 'Lead', '2,100'],
      ],
    ],
    [
      'names and places of anything',
      [
        ['Name', 'Country', 'Age'],
        ['Ada Quill', 'Norway', '7'],
        ['Bo Reed', 'Chile', '9'],
      ],
    ],
    [
      'figures by year',
      [
        ['Year', 'Month', 'Output'],
        ['2022', '1', '123 t'],
      ],
    ],
    [
      'a list of cities',
      [
        ['City', 'Country', 'Rainfall'],
        ['Oslo', 'Norway', '12'],
      ],
    ],
  ])('leaves %s alone', async (_, rows) => {
    const { extraction } = await extractCsv(rows)
    expect(extraction.statements).toEqual([])
    expect(extraction.entities).toEqual([])
  })

  it('lets a mapping say what unusual headers mean, over what their words would say', async () => {
    const mapping = parseTableMapping(
      JSON.stringify({
        rows: 'Enterprise',
        columns: { Yritys: 'name', Teho: { means: 'capacity', unit: 't/a' }, Maa: 'country', Project: 'ignore' },
      }),
    )
    const rows = [
      ['Project', 'Yritys', 'Maa', 'Teho'],
      ['Norrby', 'Umbra AB', 'Sweden', '1200'],
    ]
    expect((await extractCsv(rows)).claims).toEqual([])
    const mapped = await extractCsv(rows, mapping)
    expect(mapped.claims).toEqual([
      'Enterprise Umbra AB –LOCATED_IN→ Country Sweden',
      'Enterprise Umbra AB –capacity→ 1200 t a year',
    ])
    expectSound(mapped)
  })

  it.each([
    ['Firma', 'Land', 'Stadt', 'Kapazität (t/a)'],
    ['Entreprise', 'Pays', 'Ville', 'Capacité (t/a)'],
    ['Empresa', 'País', 'Ciudad', 'Capacidad (t/a)'],
  ])('reads tables headed %s, %s, %s, %s', async (...header) => {
    const { claims } = await extractCsv([header, ['Umbra AB', 'Sweden', 'Malmö', '1200']])
    expect(claims).toContain('Enterprise Umbra AB –LOCATED_IN→ Country Sweden')
    expect(claims).toContain('Enterprise Umbra AB –LOCATED_IN→ City Malmö')
    expect(claims.some((claim) => claim.startsWith('Enterprise Umbra AB –capacity→ 1200 t'))).toBe(true)
  })

  it('tells what won an award by its name and its surroundings, and leaves open what it cannot tell', async () => {
    const { claims } = await extractCsv([
      ['Award', 'Winner', 'Country', 'Year'],
      ['Crucible Prize', 'Hangzhou; Umbra AB; Quill Sorby', 'China', '2020'],
    ])
    expect(claims).toEqual([
      'Award Crucible Prize –AWARDED→ City Hangzhou [2020]',
      'Award Crucible Prize –AWARDED→ Enterprise Umbra AB [2020]',
      'Award Crucible Prize –year→ 2020',
    ])
  })

  it('takes a plant called by its town to lie there, and several towns in one cell for no plant', async () => {
    const { claims } = await extractCsv([
      ['Operator', 'Plant', 'Country'],
      ['Umbra AB', 'Landskrona', 'Sweden'],
      ['Lumen AB', 'Hettstedt, Braubach', 'Germany'],
    ])
    expect(claims).toContain('Facility Landskrona –LOCATED_IN→ City Landskrona')
    expect(claims.join()).not.toContain('Lumen')
  })

  it('lets the place of an offered technology be its supplier\u2019s', async () => {
    const { claims } = await extractCsv([
      ['Technology', 'Supplier', 'Country', 'Waste stream'],
      ['Zinqa', 'Umbra AB', 'Sweden', 'Steel dust'],
    ])
    expect(claims).toEqual([
      'Enterprise Umbra AB –OFFERS→ Technology Zinqa',
      'Technology Zinqa –TREATS→ WasteStream steel dust',
      'Enterprise Umbra AB –LOCATED_IN→ Country Sweden',
    ])
  })

  it('gives the same extraction for the same document', async () => {
    expect((await extractCsv(COMPANIES)).extraction).toEqual((await extractCsv(COMPANIES)).extraction)
  })

  it('stays within the text and the ontology whatever stands in the cells', async () => {
    const header = fc.constantFrom(
      ...[
        'Company',
        'Name',
        'Type',
        'Plant',
        'Speaker',
        'Award',
        'Winner',
        'Country',
        'City',
        'Location',
        'Waste',
        'Metal',
        'Technology',
      ],
      ...[
        'Operator',
        'Partner',
        'Affiliation',
        'Role',
        'Capacity (t/a)',
        'Founded',
        'Code',
        'Website',
        'Rule',
        'Status',
        'Instrument',
      ],
      ...['Network', 'Event', 'Project', 'Authority', 'In force since', '产能（万吨/年）', '企业', 'Whatever'],
    )
    const known = fc.constantFrom(
      'Norway',
      'Umbra AB',
      'Ada Quill',
      'zinc',
      'steel dust',
      'Oslo, Norway',
      '12 kt/a',
      '2019',
      'planned',
      'A4100',
      'n/a',
      'Total',
      'Person',
      '中国',
      '、',
      'x; y, z',
    )
    const cell = fc.oneof(known, fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 30 }))
    const rows = fc
      .uniqueArray(header, { minLength: 2, maxLength: 6 })
      .chain((headers) =>
        fc
          .array(fc.array(cell, { minLength: 1, maxLength: headers.length + 1 }), { minLength: 1, maxLength: 4 })
          .map((body) => [headers, ...body]),
      )
    await fc.assert(
      fc.asyncProperty(rows, async (table) => expectSound(await extractCsv(table))),
      { numRuns: 200 },
    )
  })
})
