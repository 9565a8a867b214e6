import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import type { Rulebook } from './rulebook.ts'

let rulebook: Rulebook | undefined

/** The rules on shipping waste that come with Cupel. Taken as they stand: the tests put them through every check. */
export function loadRulebook(): Rulebook {
  rulebook ??= {
    ...readJson<Pick<Rulebook, 'annexes' | 'entries' | 'classes'>>('basel-entries.json'),
    ...readJson<Pick<Rulebook, 'groups' | 'lists'>>('country-groups.json'),
    ...readJson<Pick<Rulebook, 'rules'>>('shipment-rules.json'),
  }
  return rulebook
}

function readJson<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(packageRoot(), 'graph/legality', name), 'utf8'))
}
