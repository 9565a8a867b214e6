import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../../ingest/segment/split-sentences.ts'

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it('does not end a sentence at a title, an initial or a number of a list', () => {
    expect(split('1. Dr. A. Berg spoke. Then they left.')).toEqual(['1. Dr. A. Berg spoke.', 'Then they left.'])
  })

  it('ends one after a legal form only where a new sentence opens', () => {
    expect(split('Umbra Co., Ltd. Senior engineer Li Na spoke.')).toHaveLength(1)
    expect(split('They bought Umbra Co., Ltd. The price is unknown.')).toHaveLength(2)
  })

  it('splits Chinese at its own full stop', () => {
    expect(split('公司成立于2009年。年产能为五万吨。')).toEqual(['公司成立于2009年。', '年产能为五万吨。'])
  })

  it('leaves out the white space around sentences', () => {
    expect(split('  One.   Two. ')).toEqual(['One.', 'Two.'])
  })

  it('splits a long text as it splits its parts', () => {
    const sentences = Array.from({ length: 900 }, (_, index) => `Dr. A. Berg of Umbra Co., Ltd. bought line ${index}.`)
    expect(split(sentences.join(' '))).toEqual(sentences)
  })

  it('keeps a sentence of many thousand characters whole', () => {
    const long = `${'zinc ash, '.repeat(900)}and slag.`
    expect(split(`Before it. Then ${long} After it.`)).toEqual(['Before it.', `Then ${long}`, 'After it.'])
  })
})
