import { Parser } from 'htmlparser2'

/** Paragraphs of a WordprocessingML part: its text runs, tabs and breaks as spaces. */
export function readParagraphs(xml: string): string[] {
  const paragraphs: string[] = []
  let paragraph = ''
  let inText = false
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name === 'w:t') inText = true
        else if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') paragraph += ' '
      },
      ontext(text) {
        if (inText) paragraph += text
      },
      onclosetag(name) {
        if (name === 'w:t') inText = false
        else if (name === 'w:p') {
          if (paragraph.trim()) paragraphs.push(paragraph)
          paragraph = ''
        }
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return paragraphs
}

/** The title in the document's properties. */
export function readCoreTitle(xml: string | null): string | undefined {
  let title = ''
  let inTitle = false
  const parser = new Parser(
    {
      onopentagname(name) {
        if (name === 'dc:title') inTitle = true
      },
      ontext(text) {
        if (inTitle) title += text
      },
      onclosetag(name) {
        if (name === 'dc:title') inTitle = false
      },
    },
    { xmlMode: true },
  )
  parser.end(xml ?? '')
  return title.trim() || undefined
}
