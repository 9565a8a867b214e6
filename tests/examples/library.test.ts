import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { readDocument } from '../../ingest/read/read-document.ts'
import { EXAMPLES, PARTS } from './expected-examples.ts'

const examples = join(packageRoot(), 'examples')
const library = join(examples, 'library')
const names = readdirSync(library).sort()

/** Below this a first start stays quick and the package small. */
const LARGEST_FILE = 200_000

describe('the example library', () => {
  it('holds exactly the documents that are expected of it', () => {
    expect(names).toEqual(Object.keys(EXAMPLES).sort())
  })

  it('has enough documents in every format', () => {
    const least = { '.pdf': 6, '.html': 4, '.docx': 3, '.md': 4, '.txt': 3, '.csv': 2, '.xlsx': 2, '.json': 3 }
    for (const [extension, count] of Object.entries(least))
      expect(names.filter((name) => extname(name) === extension).length, extension).toBeGreaterThanOrEqual(count)
  })

  it('covers every part of the programme', () => {
    const covered = new Set<string>(Object.values(EXAMPLES).flatMap(({ parts }) => parts))
    expect(Object.keys(PARTS).filter((part) => !covered.has(part))).toEqual([])
  })

  it('speaks Chinese and Spanish beside English', () => {
    const languages = Object.values(EXAMPLES).map(({ language }) => language)
    expect(languages.filter((language) => language === 'zh').length).toBeGreaterThanOrEqual(3)
    expect(languages).toContain('es')
  })

  it.each(names)('keeps %s small', (name) => {
    expect(statSync(join(library, name)).size).toBeLessThan(LARGEST_FILE)
  })

  it('names the sources of every document', () => {
    const sources = readFileSync(join(examples, 'SOURCES.md'), 'utf8')
    expect(names.filter((name) => !sources.includes(`### ${name}\n`))).toEqual([])
  })

  it('calls every invented party an example', () => {
    for (const name of ['supervision-platform.md', 'battery-trace.json']) {
      const text = readFileSync(join(library, name), 'utf8')
      expect(text).toContain('Example Recycler A')
      expect(text).toMatch(/invented/i)
    }
  })
})

describe('reading the example library', () => {
  it.each(Object.entries(EXAMPLES))('reads %s', async (name, { title, language, says, parts }) => {
    const document = await readDocument({ source: name, bytes: readFileSync(join(library, name)) })
    expect(document.problems.filter(({ fatal }) => fatal)).toEqual([])
    expect(document).toMatchObject({ title, language })
    expect(document.text).toContain(says)
    for (const part of parts) expect(document.text, part).toMatch(PARTS[part])
  })

  it.each(names.filter((name) => name.endsWith('.html')))(
    'leaves the menu and cookie notice of %s out',
    async (name) => {
      const { text } = await readDocument({ source: name, bytes: readFileSync(join(library, name)) })
      expect(text).not.toMatch(/cookie/i)
    },
  )
})
