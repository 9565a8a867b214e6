import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { listQualitySets, requireQualitySets } from '../../scripts/quality/quality-sets.ts'
import { makeFolder } from '../support/make-folder.ts'

let remove: () => Promise<void>
let root: string
/** A checkout with the own labels, and nothing beside it. */
beforeEach(async () => {
  const made = await makeFolder()
  remove = made.remove
  root = join(made.folder, 'checkout')
  await mkdir(join(root, 'tests', 'gold', 'labels'), { recursive: true })
  await cp(join(packageRoot(), 'tests', 'gold', 'sets.json'), join(root, 'tests', 'gold', 'sets.json'))
})
afterEach(() => remove())

describe('the labelled sets', () => {
  it('are those that a checkout has, where they are only measured', () => {
    expect(listQualitySets(root).map(({ id }) => id)).toEqual(['read', 'once-unread', 'late'])
  })

  it('are refused with the name of the missing one, where all are needed', () => {
    expect(() => requireQualitySets(root)).toThrow(/^missing-quality-set: .*programme documents .*Nothing was written/)
  })

  it('are all given where none is missing', async () => {
    await mkdir(join(root, '..', 'shared', 'gold', 'labels'), { recursive: true })
    expect(requireQualitySets(root)).toEqual(listQualitySets(root))
    expect(requireQualitySets(root)).toHaveLength(4)
  })
})
