import { describe, expect, it } from 'vitest'
import type { SearchRecord } from '../../../../src/search/search-index.ts'
import { cutRecord } from '../../../../src/search/sqlite/cut-record.ts'

function cutNames(name: string, ...aliases: string[]) {
  const record: SearchRecord = {
    id: 'country/JP',
    type: 'Country',
    name,
    aliases,
    text: '',
    concepts: [],
    facets: {},
    documents: [],
    weight: 0,
  }
  const { heads, names } = cutRecord(record, 'digest')
  return { terms: heads.split(/[ \uE000]+/), names }
}

describe('cutRecord', () => {
  it.each([
    ['Japan', 'Nhật Bản'],
    ['Spain', 'Tây Ban Nha'],
  ])('makes no “ban” of a name of %s in another language', (name, alias) => {
    expect(cutNames(name, alias).terms).not.toContain('ban')
  })

  it('keeps the whole accented name', () => {
    expect(cutNames('Japan', 'Nhật Bản').names).toContain('nhat ban')
  })

  it('keeps short words of the name and of plain aliases, and long ones of all', () => {
    expect(cutNames('Bản Mạch', 'Import Ban Act', 'horno de acería').terms).toEqual(
      expect.arrayContaining(['ban', 'act', 'horno', 'aceria']),
    )
  })
})
