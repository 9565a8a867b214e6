/** Signatures of formats we do not read, to name them in the refusal. */
const SIGNATURES: [name: string, hint: string, bytes: string][] = [
  [
    'an old Word, Excel or PowerPoint file, or a password-protected one',
    'Save it as DOCX, XLSX or PDF without a password.',
    '\xd0\xcf\x11\xe0',
  ],
  ['Rich Text', 'Save it as DOCX.', '{\\rtf'],
  ['a PNG image', 'Run text recognition (OCR) and save the result as PDF.', '\x89PNG'],
  ['a JPEG image', 'Run text recognition (OCR) and save the result as PDF.', '\xff\xd8\xff'],
  ['a GIF image', 'Run text recognition (OCR) and save the result as PDF.', 'GIF8'],
  ['a TIFF image', 'Run text recognition (OCR) and save the result as PDF.', 'II*\0'],
  ['a TIFF image', 'Run text recognition (OCR) and save the result as PDF.', 'MM\0*'],
  ['PostScript', 'Save it as PDF.', '%!PS'],
  ['a gzip archive', 'Unpack it first.', '\x1f\x8b'],
  ['a 7z archive', 'Unpack it first.', "7z\xbc\xaf'\x1c"],
  ['a RAR archive', 'Unpack it first.', 'Rar!'],
  [
    'a zip archive that holds neither a DOCX nor an XLSX',
    'Unpack it, or save presentations and OpenDocument files as PDF.',
    'PK\x03\x04',
  ],
  ['an SQLite database', 'Export what is in it as CSV or JSON.', 'SQLite format 3'],
  ['a program', 'Give the document itself.', '\x7fELF'],
  ['a program', 'Give the document itself.', 'MZ'],
]

/** What content of no known reader is, in words, and how to mend it. */
export function nameContent(bytes: Uint8Array): { name: string; hint: string } {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const known = SIGNATURES.find(([, , signature]) => head.startsWith(signature))
  if (known) return { name: known[0], hint: known[1] }
  const hex = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  return { name: `binary data that begins with ${hex}`, hint: 'Save it in one of these formats.' }
}
