import { describe, expect, it } from 'vitest'
import { passageTexts, readBytes, tableRows } from '../../support/read-passages.ts'

describe('markdownReader', () => {
  it('reads headings of both kinds with their levels', async () => {
    const { sections } = await readBytes('a.md', '# One #\n\nText\n\nTwo\n---\n\n### Three\n')
    expect(sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['One', 1],
      ['Two', 2],
      ['Three', 3],
    ])
  })

  it('leaves the words of emphasis, links, images, code and entities', async () => {
    const read = await readBytes(
      'a.md',
      'A **bold** and _soft_ [link](https://a.b/c_d "title"), ![slag](x.png), `code`, R&amp;D, snake_case, 5 * 3, \\*star\\* <https://x.y> [ref][1].\n\n[1]: https://gone.example',
    )
    expect(read.text).toBe('A bold and soft link, slag, code, R&D, snake_case, 5 * 3, *star* https://x.y ref.')
  })

  it('reads lists, keeping numbers, and quotes', async () => {
    const read = await readBytes('a.md', '- [x] one\n  goes on\n* two\n1. three\n\n> quoted\n> words')
    expect(passageTexts(read, 'list-item')).toEqual(['one goes on', 'two', '1. three'])
    expect(passageTexts(read, 'paragraph')).toEqual(['quoted words'])
  })

  it('reads tables with their header', async () => {
    const read = await readBytes(
      'a.md',
      '| Waste | Code |\n|:--|--:|\n| Dust \\| sludge | K061 |\n| Slag | **B1200** |\n\nAfter',
    )
    expect(tableRows(read)).toEqual([
      ['Waste', 'Code'],
      ['Dust | sludge', 'K061'],
      ['Slag', 'B1200'],
    ])
    expect(read.passages[1]?.cells?.[1]?.header).toBe('Code')
    expect(passageTexts(read, 'paragraph')).toEqual(['After'])
  })

  it('keeps the lines of code, and takes none of it for headings', async () => {
    const read = await readBytes('a.md', '```sh\n# comment\n  run it\n```\n\nText')
    expect(passageTexts(read, 'code')).toEqual(['# comment\n  run it'])
    expect(read.sections).toEqual([])
  })

  it('takes the title of the front matter and leaves the rest of it out', async () => {
    const read = await readBytes(
      'a.md',
      '---\ntitle: "Zinc at home"\ntags: [a]\n---\n\n<!-- hidden\nnote -->\nText here.',
    )
    expect(read).toMatchObject({ title: 'Zinc at home', text: 'Text here.' })
  })

  it('stays quick on marks that never close', async () => {
    const start = performance.now()
    for (const mark of ['[', '*', '_', '`', '![a](', '<a ', '**_', '[^', '|-', '>'])
      await readBytes('a.md', mark.repeat(100_000))
    // Each takes milliseconds when linear and minutes when quadratic.
    expect(performance.now() - start).toBeLessThan(30_000)
  })
})
