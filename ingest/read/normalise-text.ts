/** Anything outside printable ASCII, line feed and tab asks for the slow way. */
const PLAIN = /^[\x20-\x7e\n\t]*$/

const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they break lines
const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** The hyphen and the hyphen that does not break are what a keyboard writes as "-". */
const HYPHENS = /[\u2010\u2011]/g
/** Soft hyphen, zero width space, word joiner, byte order mark, bidirectional marks. Joiners stay: Persian and emoji need them. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
/** Latin ligatures and Arabic presentation forms: glyph variants of letters, split by compatibility decomposition. */
const PRESENTATION_FORMS = /[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/g
/** Where symbol fonts without a Unicode map put their bullets. */
const SYMBOL_BULLETS = /[\uf06c\uf06e\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]/g

/**
 * Text in the one form all offsets count in: NFC, line feeds, plain spaces, no control or invisible characters, no
 * ligatures, no lone surrogates. Linear in its input.
 */
export function normaliseText(raw: string): string {
  if (PLAIN.test(raw)) return raw
  return raw
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(HYPHENS, '-')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(SYMBOL_BULLETS, '•')
    .replace(PRESENTATION_FORMS, (form) => form.normalize('NFKC'))
    .normalize('NFC')
}

/** The normal form on one line: every run of white space is one space, none at the ends. */
export function normaliseLine(raw: string): string {
  return normaliseText(raw).replace(/\s+/g, ' ').trim()
}
