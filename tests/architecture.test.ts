import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../graph/package-root.ts'

const ROOT = packageRoot(import.meta.url)
const SOURCES = ['graph', 'ingest', 'src', 'bench', 'scripts']

/** Folders and files that are adapters of a port: known to `compose` files alone. */
const ADAPTERS = [
  '^graph/store/sqlite/',
  '^graph/blobs/folder-blobs[.]ts$',
  '^src/search/sqlite/',
  '^ingest/extract/rules-extractor[.]ts$',
  '^ingest/extract/table/table-extractor[.]ts$',
]

const RULES: IFlattenedRuleSet = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'graph-knows-only-itself',
      severity: 'error',
      from: { path: '^graph/' },
      to: { path: '^(ingest|src|bench|scripts|tests)/' },
    },
    {
      name: 'ingest-knows-graph',
      severity: 'error',
      from: { path: '^ingest/' },
      to: { path: '^(src|bench|scripts|tests)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: `^(${SOURCES.join('|')})/` },
      to: { path: '^tests/' },
    },
    {
      name: 'adapters-are-composed',
      severity: 'error',
      // An adapter's own files know one another; benchmarks compare adapters.
      from: { path: '^(graph|ingest|src)/', pathNot: ['^src/compose[^/]*[.]ts$', ...ADAPTERS] },
      to: { path: ADAPTERS },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, path: '^[.]' } },
  ],
}

/** Source files with their text, by path relative to the root. */
function readSources(folders: string[]): Map<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  )
  return new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
}

describe('the imports', () => {
  let result: ICruiseResult

  beforeAll(async () => {
    const options: ICruiseOptions = {
      ruleSet: RULES,
      validate: true,
      baseDir: ROOT,
      doNotFollow: { path: 'node_modules' },
      // Types included: a cycle of types is a cycle of ideas.
      tsPreCompilationDeps: true,
      tsConfig: { fileName: 'tsconfig.json' },
    }
    const { output } = await cruise(SOURCES, options)
    result = output as ICruiseResult
  })

  it('sees the whole house', () => {
    expect(result.summary.totalCruised).toBeGreaterThan(readSources(SOURCES).size - 1)
    expect(result.summary.totalDependenciesCruised).toBeGreaterThan(100)
  })

  it('keeps every rule of direction, and has no cycle', () => {
    const broken = result.summary.violations.map(
      ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle?.map(({ name }) => name).join(' → ') ?? to}`,
    )
    expect(broken).toEqual([])
  })
})

describe('the source files', () => {
  const sources = readSources(SOURCES)

  it('reads the environment in src/config.ts alone', () => {
    const readers = [...sources].filter(([, text]) => /process\.env\b/.test(text)).map(([file]) => file)
    expect(readers).toEqual(['src/config.ts'])
  })

  it('has named exports only, and no file that only passes exports on', () => {
    const wrong = [...sources]
      .filter(([, text]) => /^export default\b|^export (\*|\{[^}]*\}) from/m.test(text))
      .map(([file]) => file)
    expect(wrong).toEqual([])
  })

  it('is kebab-case, without drawers, and no room holds two lives', () => {
    const wrong = [...sources].flatMap(([file, text]) => {
      const name = file.split('/').at(-1) ?? ''
      const complaints = []
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.contract|\.d)?\.ts$/.test(name)) complaints.push(`${file} is not kebab-case`)
      if (/^(utils?|helpers?|common|misc|manager|index)\.ts$/.test(name)) complaints.push(`${file} is a drawer`)
      if (text.split('\n').length > 400) complaints.push(`${file} has more than 400 lines`)
      return complaints
    })
    expect(wrong).toEqual([])
  })

  it('opens each top folder with a README', () => {
    for (const folder of [...SOURCES, 'tests', 'examples', 'docs']) {
      const text = readFileSync(join(ROOT, folder, 'README.md'), 'utf8')
      expect(text.split('\n').length, folder).toBeGreaterThan(5)
    }
  })
})
