import { describe, expect, it } from 'vitest'
import type { Passage, ReadDocument } from '../../../ingest/read/source-document.ts'
import { segmentDocument } from '../../../ingest/segment/segment-document.ts'

function build(text: string, passages: Passage[]): ReadDocument {
  return {
    source: 'x.txt',
    title: 'x',
    language: 'en',
    mediaType: 'text/plain',
    text,
    pages: [],
    sections: [],
    passages,
    problems: [],
  }
}

describe('segmentDocument', () => {
  it('leaves running headers and code out', () => {
    const text = 'Page 1\nThe plant runs.'
    const sentences = segmentDocument(
      build(text, [
        { kind: 'running', start: 0, end: 6, sections: [] },
        { kind: 'paragraph', start: 7, end: 22, sections: [] },
      ]),
    )
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['The plant runs.'])
  })

  it('takes a table row as one sentence', () => {
    const text = 'Umbra. Pune. Dross.'
    expect(
      segmentDocument(build(text, [{ kind: 'table-row', start: 0, end: text.length, sections: [] }])),
    ).toHaveLength(1)
  })

  it('cuts a text without any full stop into pieces of bounded length', () => {
    const text = 'word '.repeat(5_000)
    const sentences = segmentDocument(build(text, [{ kind: 'paragraph', start: 0, end: text.length, sections: [] }]))
    expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThanOrEqual(2_500)
    expect(sentences.length).toBeGreaterThan(5)
  })
})
