import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfidenceModel } from '../../../../ingest/extract/confidence/confidence-model.ts'
import { fingerprintConfidence } from '../../../../ingest/extract/confidence/fingerprint-confidence.ts'
import { makeFolder } from '../../../support/make-folder.ts'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterEach(() => remove())

async function fingerprintOf(model: object): Promise<string> {
  const file = join(folder, 'model.json')
  await writeFile(file, JSON.stringify(model))
  return fingerprintConfidence(file)
}

describe('fingerprintConfidence', () => {
  const { bias, weights } = loadConfidenceModel()

  it('changes with a weight or the bias', async () => {
    const now = await fingerprintOf({ bias, weights })
    expect(await fingerprintOf({ bias: bias + 0.001, weights })).not.toBe(now)
    expect(await fingerprintOf({ bias, weights: { ...weights, prior: weights.prior + 0.001 } })).not.toBe(now)
  })

  it('stays where only what is told of the fitting changed', async () => {
    expect(await fingerprintOf({ source: 'elsewhere', examples: 1, bias, weights })).toBe(fingerprintConfidence())
  })
})
