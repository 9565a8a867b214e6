import { describe, expect, it } from 'vitest'
import { makePdf, setColumn, setTable } from '../../support/make-pdf.ts'
import { makeProse } from '../../support/make-prose.ts'
import { fatalCode, passageTexts, problemCodes, readBytes, tableRows } from '../../support/read-passages.ts'
import { comparePairs } from '../../support/word-pairs.ts'

describe('pdfReader', () => {
  it('reads two columns one after the other', async () => {
    const [left, right] = [makeProse(40, 1), makeProse(40, 2)]
    const pdf = await makePdf([
      [
        ...(await setColumn(left, { x: 60, top: 760, width: 225 })),
        ...(await setColumn(right, { x: 310, top: 760, width: 225 })),
      ],
    ])
    const read = await readBytes('columns.pdf', pdf)
    expect(read.text).toBe(`${left}\n\n${right}`)
  })

  it('reads columns that a writer sets line by line across the page', async () => {
    const [left, right] = [makeProse(40, 3), makeProse(40, 4)]
    const lines = [
      ...(await setColumn(left, { x: 60, top: 760, width: 225 })),
      ...(await setColumn(right, { x: 310, top: 760, width: 225 })),
    ].sort((a, b) => b.y - a.y || a.x - b.x)
    const read = await readBytes('across.pdf', await makePdf([lines]))
    expect(comparePairs(read.text, `${left} ${right}`)).toBeGreaterThan(0.99)
  })

  it('reads three columns between a title across the page and a note below', async () => {
    const columns = [makeProse(25, 5), makeProse(25, 6), makeProse(25, 7)]
    const set = await Promise.all(
      columns.map((text, index) => setColumn(text, { x: 50 + index * 175, top: 730, width: 150 })),
    )
    const note = makeProse(3, 8)
    const pdf = await makePdf([
      [
        { text: 'Recycling of zinc in three columns and more', x: 60, y: 780, size: 20 },
        ...set.flat(),
        ...(await setColumn(note, { x: 50, top: 90, width: 490 })),
      ],
    ])
    const read = await readBytes('three.pdf', pdf)
    expect(passageTexts(read)).toEqual(['Recycling of zinc in three columns and more', ...columns, note])
    expect(read.passages[0]).toMatchObject({ kind: 'heading', level: 1 })
  })

  it('keeps a table as rows with the header of each cell', async () => {
    const rows = [
      ['Company', 'Country', 'Capacity'],
      ['Norden Metall', 'Sweden', '12,000 t'],
      ['Sungai Zinc', 'Malaysia', '8,500 t'],
      ['Green Lead', 'Viet Nam', '4,000 t'],
      ['Altiplano Cobre', 'Chile', '30,000 t'],
    ]
    const pdf = await makePdf([
      [
        ...(await setColumn(makeProse(6, 9), { x: 60, top: 780, width: 470 })),
        ...setTable(rows, [60, 220, 380], 660),
        ...(await setColumn(makeProse(6, 10), { x: 60, top: 520, width: 470 })),
      ],
    ])
    const read = await readBytes('table.pdf', pdf)
    expect(tableRows(read)).toEqual(rows)
    expect(passageTexts(read, 'paragraph')).toEqual([makeProse(6, 9), makeProse(6, 10)])
    const row = read.passages.find((passage) => passage.cells && !passage.header)
    expect(row?.cells?.map((cell) => cell.header)).toEqual(['Company', 'Country', 'Capacity'])
  })

  it.each([
    ['above', 14],
    ['above', 24],
    ['below', 14],
    ['below', 24],
    ['between', 14],
    ['between', 24],
  ])('keeps a table over the whole width whole, %s columns of text, with rows %d apart', async (place, pitch) => {
    const rows = [
      ['Company', 'Plant', 'Country', 'Technology', 'Capacity'],
      ['Norden Metall', 'Gavle', 'Sweden', 'Waelz kiln', '12,000 t'],
      ['Sungai Zinc', 'Kuantan', 'Malaysia', 'Rotary hearth', '8,500 t'],
      ['Green Lead', 'Hung Yen', 'Viet Nam', 'Short kiln', '4,000 t'],
      ['Altiplano Cobre', 'Calama', 'Chile', 'Leaching', '30,000 t'],
      ['Delta Recycling', 'Chennai', 'India', 'Smelting', '9,000 t'],
    ]
    const columns = async (top: number, seed: number) => {
      const [left, right] = [makeProse(12, seed), makeProse(12, seed + 1)]
      const texts = [
        ...(await setColumn(left, { x: 60, top, width: 225 })),
        // Not quite on the lines of the left column, as after a heading.
        ...(await setColumn(right, { x: 310, top: top - 5, width: 225 })),
      ]
      return { texts, said: [left, right], bottom: Math.min(...texts.map(({ y }) => y)) }
    }
    const first = place === 'above' ? null : await columns(780, 21)
    const top = first ? first.bottom - 35 : 780
    const last = place === 'below' ? null : await columns(top - rows.length * pitch - 15, 31)
    const pdf = await makePdf([
      [...(first?.texts ?? []), ...setTable(rows, [60, 165, 255, 345, 450], top, pitch), ...(last?.texts ?? [])],
    ])
    const read = await readBytes('wide.pdf', pdf)
    expect(tableRows(read)).toEqual(rows)
    expect(passageTexts(read, 'paragraph')).toEqual([...(first?.said ?? []), ...(last?.said ?? [])])
  })

  it('keeps two tables of one form that stand side by side apart', async () => {
    const [left, right] = [
      [
        ['Metal', 'Share of the dust'],
        ['Zinc', 'about a fifth'],
        ['Lead', 'a few percent'],
        ['Cadmium', 'traces of it'],
      ],
      [
        ['Metal', 'Share of the dust'],
        ['Iron', 'about a third'],
        ['Calcium', 'a few percent'],
        ['Chlorine', 'traces of it'],
      ],
    ]
    const texts = [...setTable(left, [60, 150], 760), ...setTable(right, [320, 410], 760)]
    const across = texts.sort((a, b) => b.y - a.y || a.x - b.x)
    expect(tableRows(await readBytes('twins.pdf', await makePdf([across])))).toEqual([...left, ...right])
  })

  it('joins the lines of a cell', async () => {
    const texts = [
      ...setTable([['Waste', 'Rule', 'Year']], [60, 200, 420], 760),
      ...setTable(
        [
          ['Slag', 'A permit is asked for before it', '2019'],
          ['', 'leaves the country', ''],
        ],
        [60, 200, 420],
        740,
        11,
      ),
      ...setTable(
        [
          ['Dust', 'Only treated dust may be landfilled', '2021'],
          ['', 'in the district', ''],
        ],
        [60, 200, 420],
        710,
        11,
      ),
      ...setTable([['Dross', 'No rule', '2020']], [60, 200, 420], 680),
    ]
    const read = await readBytes('cells.pdf', await makePdf([texts]))
    expect(tableRows(read)).toEqual([
      ['Waste', 'Rule', 'Year'],
      ['Slag', 'A permit is asked for before it leaves the country', '2019'],
      ['Dust', 'Only treated dust may be landfilled in the district', '2021'],
      ['Dross', 'No rule', '2020'],
    ])
  })

  it('tells running headers, footers and page numbers from the text, and keeps their words once', async () => {
    const bodies = [1, 2, 3, 4].map((seed) => makeProse(10, seed + 20))
    const pdf = await makePdf(
      await Promise.all(
        bodies.map(async (body, index) => [
          { text: 'Report on metals in the region', x: 60, y: 810, size: 8 },
          ...(await setColumn(body, { x: 60, top: 760, width: 470 })),
          { text: 'Copyright of the programme', x: 60, y: 40, size: 8 },
          { text: `- ${index + 1} -`, x: 290, y: 28, size: 8 },
        ]),
      ),
    )
    const read = await readBytes('running.pdf', pdf)
    expect(passageTexts(read, 'running')).toEqual(['Report on metals in the region', 'Copyright of the programme'])
    expect(passageTexts(read, 'paragraph')).toEqual(bodies)
  })

  it('does not take the text of pages that are copies for running text', async () => {
    const page = await setColumn(makeProse(4, 30), { x: 60, top: 800, width: 470 })
    const read = await readBytes('copies.pdf', await makePdf([page, page]))
    expect(passageTexts(read, 'paragraph')).toEqual([makeProse(4, 30), makeProse(4, 30)])
  })

  it('mends words cut at the end of a line and keeps hyphens that belong', async () => {
    const lines = [
      'The plant works with electro-',
      'lytic cells. A well-known copper pro-',
      'ducer sells low-',
      'grade scrap to the ASEAN-',
      'China forum, where a zinc-lead smel-',
      'ter of zinc-',
      'lead ores is shown by every producer.',
    ]
    const pdf = await makePdf([lines.map((text, index) => ({ text, x: 60, y: 780 - index * 12.5 }))])
    const { text } = await readBytes('hyphens.pdf', pdf)
    for (const word of ['electrolytic', 'producer sells', 'low-grade', 'ASEAN-China', 'smelter', 'of zinc-lead ores']) {
      expect(text).toContain(word)
    }
  })

  it('lets a paragraph go on over the page and knows where each page begins', async () => {
    const text = 'a sentence that goes on and on without an end so that no page can hold all of it '.repeat(9).trim()
    const lines = await setColumn(text, { x: 60, top: 780, width: 470 })
    const cut = lines.length - 3
    const second = lines.slice(cut).map((line, index) => ({ ...line, y: 780 - index * 12.5 }))
    const read = await readBytes('over.pdf', await makePdf([lines.slice(0, cut), second]))
    expect(passageTexts(read)).toEqual([text])
    expect(read.text.slice(read.pages[1]?.start)).toBe(second.map((line) => line.text).join(' '))
  })

  it('reads a turned page upright', async () => {
    const lines = await setColumn(makeProse(5, 50), { x: 60, top: 700, width: 470 })
    for (const rotate of [90, 180, 270] as const) {
      const read = await readBytes('turned.pdf', await makePdf([{ texts: lines, rotate }]))
      expect(comparePairs(read.text, makeProse(5, 50)), `${rotate}°`).toBeGreaterThan(0.98)
    }
  })

  it('takes bold made by printing twice once', async () => {
    const pdf = await makePdf([
      [
        { text: 'Zinc recovery', x: 60, y: 780 },
        { text: 'Zinc recovery', x: 60.4, y: 780.1 },
        { text: 'stands here', x: 60, y: 750 },
      ],
    ])
    expect((await readBytes('bold.pdf', pdf)).text).toBe('Zinc recovery\n\nstands here')
  })

  it('keeps bullets with their items and takes the bullets off', async () => {
    const items = ['Collect the dust', 'Pelletise it', 'Feed the kiln', 'Sell the oxide']
    const pdf = await makePdf([
      items.flatMap((text, index) => [
        { text: '•', x: 70, y: 780 - index * 20 },
        { text, x: 95, y: 780 - index * 20 },
      ]),
    ])
    expect(passageTexts(await readBytes('list.pdf', pdf), 'list-item')).toEqual(items)
  })

  it('ranks headings by size and gives passages the headings above them', async () => {
    const pdf = await makePdf([
      [
        { text: 'A Guide to Slag', x: 60, y: 790, size: 22 },
        { text: '1. Where it comes from', x: 60, y: 750, size: 15 },
        ...(await setColumn(makeProse(6, 60), { x: 60, top: 725, width: 470 })),
        { text: '2. Where it goes', x: 60, y: 620, size: 15 },
        ...(await setColumn(makeProse(6, 61), { x: 60, top: 595, width: 470 })),
      ],
    ])
    const read = await readBytes('guide.pdf', pdf)
    expect(read.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['A Guide to Slag', 1],
      ['1. Where it comes from', 2],
      ['2. Where it goes', 2],
    ])
    expect(read.passages.at(-1)?.sections).toEqual(['A Guide to Slag', '2. Where it goes'])
    expect(read.title).toBe('A Guide to Slag')
  })

  it('takes the title a document gives itself over its first heading, unless a program left it', async () => {
    const text = [{ text: 'Annual Report', x: 60, y: 780, size: 20 }]
    expect((await readBytes('a.pdf', await makePdf([text], 'Zinc in 2020'))).title).toBe('Zinc in 2020')
    expect((await readBytes('a.pdf', await makePdf([text], 'Microsoft Word - draft3.doc'))).title).toBe('Annual Report')
  })

  it('flags a document and a page without text for text recognition', async () => {
    expect(fatalCode(await readBytes('scan.pdf', await makePdf([[], []])))).toBe('no-text')
    const read = await readBytes('half.pdf', await makePdf([[{ text: 'Words here', x: 60, y: 700 }], []]))
    expect(read.problems).toMatchObject([{ code: 'page-without-text', page: 2 }])
    expect(read.pages.map((page) => page.page)).toEqual([1, 2])
  })

  it('refuses a cut and a nonsensical file in one sentence, and too many pages', async () => {
    const pdf = await makePdf([[{ text: 'Words here', x: 60, y: 700 }]])
    expect(fatalCode(await readBytes('cut.pdf', pdf.subarray(0, 300)))).toBe('pdf-damaged')
    expect(fatalCode(await readBytes('junk.pdf', `%PDF-1.7\n${'x'.repeat(500)}`))).toBe('pdf-damaged')
    const three = await makePdf([[{ text: 'a', x: 9, y: 9 }], [], []])
    expect(fatalCode(await readBytes('three.pdf', three, { maxPages: 2 }))).toBe('too-many-pages')
    expect(problemCodes(await readBytes('three.pdf', three, { maxMilliseconds: -1 }))).toEqual(['timeout'])
  })
})
