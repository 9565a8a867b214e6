import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

const ownSets = z.object({ unread: z.array(z.string()), read: z.array(z.string()), late: z.array(z.string()) })

/** The sets a checkout has. The programme documents stand beside it and may be missing. */
export function listQualitySets(root: string): QualitySet[] {
  const own = join(root, 'tests', 'gold')
  const { unread, read, late } = ownSets.parse(JSON.parse(readFileSync(join(own, 'sets.json'), 'utf8')))
  const sets: QualitySet[] = [
    { id: 'programme', title: 'programme documents', folder: join(root, '..', 'shared', 'gold') },
    { id: 'read', title: 'own, read', folder: own, names: read },
    { id: 'unread', title: 'own, kept unread', folder: own, names: unread },
    { id: 'late', title: 'own, met late', folder: own, names: late },
  ]
  return sets.filter(({ folder }) => existsSync(join(folder, 'labels')))
}
