const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The words of a line of Markdown without its marks. Every expression stops at the next mark, so it stays linear. */
export function plainInline(text: string): string {
  if (!/[*_`[\]<&\\~]/.test(text)) return text
  return text
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/!?\[([^[\]]*)\]\[[^[\]]*\]/g, '$1')
    .replace(/\[\^[^[\]]*\]/g, '')
    .replace(/<(https?:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/\*+(?=\S)|(?<=\S)\*+/g, (marks, at: number, whole: string) => (isEscaped(whole, at) ? marks : ''))
    .replace(/(?<![\p{L}\p{N}_])_+(?=\S)|(?<=[^\s_])_+(?![\p{L}\p{N}_])/gu, '')
    .replace(/~~/g, '')
    .replace(/`+/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] as string)
    .replace(/&#(\d{1,7});/g, (_, code: string) => fromCode(Number(code)))
}

function isEscaped(text: string, at: number): boolean {
  return text[at - 1] === '\\'
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
