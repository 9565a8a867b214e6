import { describe, expect, it } from 'vitest'
import { findCapitalRuns } from '../../../../ingest/extract/recognise/capital-runs.ts'
import { readDocument } from '../../../../ingest/read/read-document.ts'
import { segmentDocument } from '../../../../ingest/segment/segment-document.ts'

async function runsOf(words: string): Promise<string[]> {
  const read = await readDocument({ source: 'note.txt', bytes: Buffer.from(words) })
  return segmentDocument(read).flatMap((sentence) =>
    findCapitalRuns(sentence).map(({ first, last }) =>
      read.text.slice(sentence.tokens[first]?.start, sentence.tokens[last]?.end),
    ),
  )
}

describe('findCapitalRuns', () => {
  it.each([
    ['Lead Lynx Co., Ltd. joined.', 'Lead Lynx Co'],
    ['Lead Lynx Metals, Inc. joined.', 'Lead Lynx Metals'],
    ['Lead Lynx GmbH joined.', 'Lead Lynx GmbH'],
  ])('begins a name with a word that opens sentences, where a legal form follows: %s', async (words, name) => {
    expect((await runsOf(words))[0]).toBe(name)
  })

  it.each([
    ['Lead Auditor John Smith joined.', 'Auditor John Smith'],
    ['Lead Auditor John Smith joined Umbra Ltd.', 'Auditor John Smith'],
    ['Lead Auditor John Smith, as before, joined.', 'Auditor John Smith'],
  ])('begins none with it otherwise: %s', async (words, name) => {
    expect((await runsOf(words))[0]).toBe(name)
  })
})
