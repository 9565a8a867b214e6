import { access, readdir, readFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { z } from 'zod'
import { explainSystemError } from '../../graph/explain-system-error.ts'
import type { Extraction } from '../../ingest/extract/extraction.ts'
import type { Prepare } from '../../ingest/prepare.ts'
import { GoldError, type GoldLabels, goldLabels } from './gold-label.ts'

/** Where the texts of a gold folder may stand, seen from it. */
const TEXT_FOLDERS = ['texts', 'corpus', join('..', 'corpus')]

const neutralNames = z.object({ names: z.array(z.string()) })

/** A labelled document and what was read out of it. */
export interface GoldReading {
  /** The file's name without extension. */
  name: string
  labels: GoldLabels
  extraction: Pick<Extraction, 'entities' | 'statements'>
}

export interface GoldReadings {
  documents: GoldReading[]
  /** Names that neither cost nor earn anything. */
  neutral: string[]
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function findTexts(folder: string): Promise<string> {
  for (const texts of TEXT_FOLDERS.map((each) => join(folder, each))) if (await exists(texts)) return texts
  throw new GoldError(
    'gold-missing',
    `Expected the labelled texts as NAME.txt in one of ${TEXT_FOLDERS.join(', ')} of ${folder}, found none of these folders.`,
  )
}

async function readJson<Output>(file: string, schema: z.ZodType<Output>): Promise<Output> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new GoldError(
      'gold-invalid',
      `${file} is not usable: ${explainUnusable(cause)}. See tests/gold/labels for the form.`,
      { cause },
    )
  }
}

function explainUnusable(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return cause instanceof SyntaxError ? 'it is no JSON' : explainSystemError(cause)
  const places = cause.issues.slice(0, 5).map(({ path }) => path.join('.') || 'the whole')
  return `what stands at ${places.join(', ')} is not of the form expected`
}

/** Extracts every labelled document of a folder. `names` limits it to some. Rejects with a `GoldError`. */
export async function readGold(folder: string, prepare: Prepare, names?: readonly string[]): Promise<GoldReadings> {
  const files = await readdir(join(folder, 'labels')).catch((cause) => {
    throw new GoldError(
      'gold-missing',
      `Expected labels as ${join(folder, 'labels')}/NAME.json, found no such folder.`,
      { cause },
    )
  })
  const labelled = files.filter((file) => file.endsWith('.json') && (!names || names.includes(parse(file).name))).sort()
  if (labelled.length === 0) throw new GoldError('gold-missing', `${join(folder, 'labels')} holds no NAME.json.`)
  const texts = await findTexts(folder)
  const neutral = join(folder, 'neutral.json')
  const documents: GoldReading[] = []
  for (const file of labelled) {
    const { name } = parse(file)
    const labels = await readJson(join(folder, 'labels', file), goldLabels)
    const bytes = await readFile(join(texts, `${name}.txt`)).catch((cause) => {
      throw new GoldError('gold-missing', `${file} labels ${name}.txt, which is not in ${texts}.`, { cause })
    })
    const { extraction } = await prepare({ source: `${name}.txt`, bytes })
    documents.push({ name, labels, extraction })
  }
  return { documents, neutral: (await exists(neutral)) ? (await readJson(neutral, neutralNames)).names : [] }
}
