import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

let codes: Map<string, string> | undefined

function readCodes(): Map<string, string> {
  if (codes) return codes
  const file: { codes: Record<string, string> } = JSON.parse(
    readFileSync(join(packageRoot(), 'graph/values/list-of-waste.json'), 'utf8'),
  )
  codes = new Map()
  for (const [chapter, entries] of Object.entries(file.codes)) {
    for (const entry of entries.split(' ')) {
      codes.set(`${chapter} ${entry}`.replaceAll(/\D/g, ''), `${chapter} ${entry}`)
    }
  }
  return codes
}

/** The official form (`10 02 07*`, the star marks hazardous waste) of six digits of the EU List of Waste; `null` for digits that are no entry. */
export function findListOfWasteCode(digits: string): string | null {
  return readCodes().get(digits) ?? null
}
