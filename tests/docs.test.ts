import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../graph/package-root.ts'
import { EXIT } from '../src/cli/cli-context.ts'
import { createProgram } from '../src/cli/run-cli.ts'
import { ENVIRONMENT, readConfig } from '../src/config.ts'

const ROOT = packageRoot(import.meta.url)
const readPage = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const guide = readPage('docs/guide.md')

const program = createProgram(
  { config: () => readConfig({}), out: () => {}, err: () => {}, terminal: false, signal: new AbortController().signal },
  () => {},
)

describe('the guide', () => {
  it.each(program.commands.map((command) => [command.name(), command] as const))(
    'documents cupel %s and each of its options',
    (name, command) => {
      const start = guide.search(new RegExp(`^#+ .*\`cupel ${name}\``, 'm'))
      expect(start, `a heading with \`cupel ${name}\``).toBeGreaterThan(-1)
      const section = guide.slice(start).split(/\n(?=#+ )/)[0] ?? ''
      const missing = command.options.map((option) => option.long).filter((long) => !section.includes(`\`${long}`))
      expect(missing).toEqual([])
    },
  )

  it('documents every environment variable', () => {
    expect(Object.keys(ENVIRONMENT).filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })

  it('documents every exit code', () => {
    expect(Object.values(EXIT).filter((code) => !new RegExp(`^\\| *\`?${code}\`? *\\|`, 'm').test(guide))).toEqual([])
  })

  it('names no command that does not exist', () => {
    const names = new Set(program.commands.map((command) => command.name()))
    const pages = ['README.md', 'docs/guide.md', 'docs/map.md', 'examples/QUERIES.md'].map(readPage).join('\n')
    const said = [...pages.matchAll(/^(?:\$ )?(?:npx )?cupel ([a-z]+)/gm)].map((match) => match[1] ?? '')
    expect(said.length).toBeGreaterThan(5)
    expect(said.filter((name) => !names.has(name))).toEqual([])
  })
})

describe('every page', () => {
  const pages = [
    'README.md',
    'CHANGELOG.md',
    'SECURITY.md',
    ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file)),
  ].filter((file) => file.endsWith('.md'))

  it.each(pages)('%s links only to what is there', (file) => {
    const links = [...readPage(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '')
    const broken = links.filter((link) => {
      try {
        readdirSync(join(ROOT, file, '..', link))
        return false
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== 'ENOTDIR'
      }
    })
    expect(broken).toEqual([])
  })

  it.each(pages)('%s names only npm scripts there are', (file) => {
    const { scripts } = JSON.parse(readPage('package.json')) as { scripts: Record<string, string> }
    const said = [...readPage(file).matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] ?? '')
    expect(said.filter((name) => !(name in scripts))).toEqual([])
  })
})
