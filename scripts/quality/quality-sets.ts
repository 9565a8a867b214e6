import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'

/** Labelled documents that are scored together. */
export interface QualitySet {
  id: string
  /** As the page calls it. */
  title: string
  folder: string
  /** Documents of the folder, all where not given. */
  names?: readonly string[]
}

const ownSets = z.object({
  'once-unread': z.array(z.string()),
  read: z.array(z.string()),
  late: z.array(z.string()),
})

/** Every set that figures and weights were made from. The programme documents stand beside a checkout and may be missing. */
function nameQualitySets(root: string): QualitySet[] {
  const own = join(root, 'tests', 'gold')
  const names = ownSets.parse(JSON.parse(readFileSync(join(own, 'sets.json'), 'utf8')))
  return [
    { id: 'programme', title: 'programme documents', folder: join(root, '..', 'shared', 'gold') },
    { id: 'read', title: 'own, read', folder: own, names: names.read },
    { id: 'once-unread', title: 'own, once unread', folder: own, names: names['once-unread'] },
    { id: 'late', title: 'own, labelled late, read since', folder: own, names: names.late },
  ]
}

function isThere({ folder }: QualitySet): boolean {
  return existsSync(join(folder, 'labels'))
}

/** The sets a checkout has. */
export function listQualitySets(root: string): QualitySet[] {
  return nameQualitySets(root).filter(isThere)
}

/** All sets, for what would come out otherwise without one of them. Throws where one is missing. */
export function requireQualitySets(root: string): QualitySet[] {
  const sets = nameQualitySets(root)
  const missing = sets.filter((set) => !isThere(set))
  if (missing.length > 0) {
    const told = missing.map(({ title, folder }) => `${title} (${relative(root, folder)})`).join(', ')
    throw new Error(
      `missing-quality-set: expected the labelled documents of every set, found none of: ${told}. Nothing was written, because fewer documents teach other weights. Put the folder there, with labels/ and texts/, and run this again.`,
    )
  }
  return sets
}
