import { describe, expect, it } from 'vitest'
import { TokenTrie } from '../../../../ingest/extract/recognise/token-trie.ts'
import { tokenize } from '../../../../ingest/segment/tokenize.ts'

function find(labels: string[], text: string): string[] {
  const trie = new TokenTrie<string>()
  for (const label of labels) trie.add(label, label)
  const tokens = tokenize(text)
  return trie.scan(tokens).map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last]?.end))
}

describe('TokenTrie', () => {
  it('takes the longest label at each place', () => {
    expect(find(['dust', 'steel dust', 'steel'], 'steel dust and steel')).toEqual(['steel dust', 'steel'])
  })

  it('meets plurals, both spellings, hyphens and case', () => {
    expect(find(['aluminium dross', 'e-waste'], 'Aluminum drosses, E waste')).toEqual(['Aluminum drosses', 'E waste'])
  })

  it('reads over an abbreviation that interrupts a label', () => {
    expect(find(['electric arc furnace dust'], 'electric arc furnace (EAF) dust')).toEqual([
      'electric arc furnace (EAF) dust',
    ])
  })

  it('finds nothing inside longer words', () => {
    expect(find(['tin', 'lead'], 'tinned leader')).toEqual([])
  })

  it('goes by character where no spaces are written', () => {
    expect(find(['钢铁粉尘'], '处理钢铁粉尘的公司')).toEqual(['钢铁粉尘'])
  })
})
