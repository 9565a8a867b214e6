import { describe, expect, it } from 'vitest'
import { makeProse } from '../../support/make-prose.ts'
import { fatalCode, passageTexts, problemCodes, readBytes, tableRows } from '../../support/read-passages.ts'
import { comparePairs } from '../../support/word-pairs.ts'

const read = (body: string, head = '') =>
  readBytes('a.html', `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`)

describe('htmlReader', () => {
  it('reads headings, paragraphs and lists in order', async () => {
    const page = await read(
      '<h1>Slag</h1><p>It is <b>sold</b>\n to roads.</p><ul><li>fine<ul><li>finer</li></ul></li><li>coarse</li></ul>',
    )
    expect(page.passages.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list-item',
      'list-item',
      'list-item',
    ])
    expect(passageTexts(page)).toEqual(['Slag', 'It is sold to roads.', 'fine', 'finer', 'coarse'])
  })

  it('keeps tables as rows under their header, spans laid out', async () => {
    const page = await read(`<table><caption>Plants</caption>
      <thead><tr><th>Plant<th>Metal<th>Year</thead>
      <tr><td rowspan=2>Nord<td>Zn<td>2001<tr><td>Pb<td>2003<tr><td>Süd<td colspan=2>closed</table>`)
    expect(passageTexts(page, 'caption')).toEqual(['Plants'])
    expect(tableRows(page)).toEqual([
      ['Plant', 'Metal', 'Year'],
      ['Nord', 'Zn', '2001'],
      ['Pb', '2003'],
      ['Süd', 'closed'],
    ])
    const header = page.passages
      .filter((passage) => passage.cells)
      .map((passage) => passage.cells?.map((cell) => cell.header))
    expect(header.slice(1)).toEqual([
      ['Plant', 'Metal', 'Year'],
      ['Metal', 'Year'],
      ['Plant', 'Metal'],
    ])
  })

  it('reads tables that only arrange the page as the text in their cells', async () => {
    const page = await read(
      '<table><tr><td><table><tr><td><h2>Title</h2><p>One.<p>Two.</td></tr></table></td></tr></table>',
    )
    expect(passageTexts(page)).toEqual(['Title', 'One.', 'Two.'])
    expect(tableRows(page)).toEqual([])
  })

  it('drops menus, cookie notices, controls, scripts and hidden parts, keeps all content', async () => {
    const prose = makeProse(12)
    const page = await read(`
      <div class="cookie-consent" role="dialog"><p>We use cookies to improve this site.</p><button>Accept all</button></div>
      <nav><a href="/">Home</a> <a href="/about">About us</a></nav>
      <div><ul><li><a href=a>News</a></li><li><a href=b>Projects</a></li><li><a href=c>Contact</a></li><li><a href=d>Jobs</a></li></ul></div>
      <script>var hidden = "code"</script><style>p { color: red }</style><noscript>Turn scripts on</noscript>
      <div style="display:none">Invisible</div><p hidden>Gone</p><!-- comment -->
      <div id=content><h1>Zinc</h1><p>${prose} See <a href=x>the report</a>.</p><form><select><option>Pick</option></select></form></div>`)
    expect(page.text).toBe(`Zinc\n\n${prose} See the report.`)
  })

  it('keeps a page that is a list of links, for that is its content', async () => {
    const firms = Array.from({ length: 30 }, (_, index) => `Recycling Works ${index} Ltd`)
    const page = await read(
      `<h1>Members</h1><ul>${firms.map((firm) => `<li><a href="#">${firm}</a></li>`).join('')}</ul>`,
    )
    expect(passageTexts(page, 'list-item')).toEqual(firms)
  })

  it('keeps the site header and footer apart as running text', async () => {
    const page = await read(
      '<header><p>The Network</p></header><article><header><h1>News</h1><p>By A. Nguyen</p></header><p>Text.</p></article><footer><p>12 Hill Road</p></footer>',
    )
    expect(passageTexts(page, 'running')).toEqual(['The Network', '12 Hill Road'])
    expect(passageTexts(page, 'paragraph')).toEqual(['By A. Nguyen', 'Text.'])
  })

  it('reads whole a page whose author used no paragraphs', async () => {
    const page = await read('<font>First paragraph<br><br>Second one<br>with a break</font>')
    expect(passageTexts(page, 'paragraph')).toEqual(['First paragraph', 'Second one with a break'])
  })

  it('takes bold lines for headings and bullets set as tables for items', async () => {
    const page = await read(
      '<p><b>What it costs</b></p><table><tr><td>•</td><td>energy</td></tr><tr><td>•</td><td>lime</td></tr></table>',
    )
    expect(page.passages.map(({ kind }) => kind)).toEqual(['heading', 'list-item', 'list-item'])
    expect(passageTexts(page, 'list-item')).toEqual(['energy', 'lime'])
  })

  it('reads the rows of a table that broken markup closed too early', async () => {
    const page = await read(
      '<center><table></center><tr><td>Grade</td><td>A</td></tr><tr><td>Year</td><td>2001</td></tr></table>',
    )
    expect(tableRows(page)).toEqual([
      ['Grade', 'A'],
      ['Year', '2001'],
    ])
  })

  it.each([
    [
      'its meta element',
      Buffer.from('<meta charset=windows-1251><p>\xf6\xe8\xed\xea \xe8 \xf1\xe2\xe8\xed\xe5\xf6</p>', 'latin1'),
    ],
    [
      'the XML declaration',
      Buffer.from(
        '<?xml version="1.0" encoding="windows-1251"?><html><p>\xf6\xe8\xed\xea \xe8 \xf1\xe2\xe8\xed\xe5\xf6</p></html>',
        'latin1',
      ),
    ],
    ['a byte order mark', Buffer.from('\ufeff<html><p>цинк и свинец</p>', 'utf16le')],
  ])('finds the charset by %s', async (_, bytes) => {
    expect((await readBytes('a.html', bytes)).text).toBe('цинк и свинец')
  })

  it('takes title and language of the page', async () => {
    const page = await readBytes(
      'a.html',
      '<html lang="es-MX"><title>Polvo de acería</title><body><h1>Inicio</h1><p>Texto',
    )
    expect(page).toMatchObject({ title: 'Polvo de acería', language: 'es', text: 'Inicio\n\nTexto' })
  })

  it('refuses what nests too deeply without falling over it', async () => {
    expect(fatalCode(await read('<div>'.repeat(10_000)))).toBe('too-deep')
    expect(fatalCode(await read('<b>'.repeat(100_000)))).toBe('too-deep')
    expect(problemCodes(await read('<p>open'.repeat(10_000)))).toEqual([])
  })

  it('reads a page of two megabytes whole', async () => {
    const prose = Array.from({ length: 2_000 }, (_, index) => makeProse(12, index))
    const page = await read(prose.map((text) => `<div><p>${text}</p></div>`).join('\n'))
    expect(comparePairs(page.text, prose.join(' '))).toBe(1)
  })
})
