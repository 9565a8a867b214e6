/** A part of an example document, before it is typeset. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; text: string; number?: number }
  /** The first row holds the headers. `wide` spans all columns of the page. */
  | { kind: 'table'; rows: string[][]; wide: boolean }

export interface ExampleSource {
  title: string
  header?: string
  footer?: string
  columns: number
  blocks: Block[]
}

const ITEM = /^(?:- |(\d+)\. )(.+)$/

/**
 * Reads the small Markdown the examples are written in: front matter, `#` headings, paragraphs of one line, lists and
 * tables of `| … |` rows, wide ones between `::: wide` and `:::`. Throws where the front matter is missing.
 */
export function parseSource(text: string): ExampleSource {
  const [, front, body] = text.split(/^---\n/m)
  if (front === undefined || body === undefined)
    throw new Error('An example source begins with front matter between two lines of "---".')
  const fields = new Map(
    front.split('\n').flatMap((line) => {
      const colon = line.indexOf(': ')
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 2)] as const]
    }),
  )
  return {
    title: fields.get('title') ?? '',
    header: fields.get('header'),
    footer: fields.get('footer'),
    columns: Number(fields.get('columns') ?? 1),
    blocks: parseBlocks(body),
  }
}

function parseBlocks(body: string): Block[] {
  const blocks: Block[] = []
  let wide = false
  let table: string[][] | undefined
  for (const line of body.split('\n').map((raw) => raw.trim())) {
    if (line.startsWith('|')) {
      if (!table) {
        table = []
        blocks.push({ kind: 'table', rows: table, wide })
      }
      table.push(splitRow(line))
      continue
    }
    table = undefined
    const heading = /^(#+) (.+)$/.exec(line)
    const item = ITEM.exec(line)
    if (line.startsWith(':::')) wide = line.endsWith('wide')
    else if (heading?.[1] && heading[2]) blocks.push({ kind: 'heading', level: heading[1].length, text: heading[2] })
    else if (item?.[2]) blocks.push({ kind: 'item', text: item[2], number: item[1] ? Number(item[1]) : undefined })
    else if (line) blocks.push({ kind: 'paragraph', text: line })
  }
  return blocks
}

function splitRow(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}
