import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { explainSystemError, isFull } from '../../graph/explain-system-error.ts'

it('says what a refusal of the operating system means, without its own words', async () => {
  const folder = await readFile(tmpdir()).catch((error) => error)
  expect(explainSystemError(folder)).toBe('it is a folder, where a file is needed. Name a file')
  const gone = await readFile('/no/such/file').catch((error) => error)
  expect(explainSystemError(gone)).not.toMatch(/ENOENT|syscall|open '/)
  const odd = Object.assign(new Error('EODD: odd, open'), { code: 'EODD', syscall: 'open' })
  expect(explainSystemError(odd)).toContain('EODD')
})

it('knows want of room in all its forms, and gives the words of other errors', () => {
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].map((code) => Object.assign(new Error(code), { code, syscall: 'write' }))
  expect(full.map(isFull)).toEqual([true, true, true])
  expect(full.map(explainSystemError)).toEqual(Array(3).fill('the disk or the quota is full. Free some space'))
  expect(isFull(new Error('ENOSPC'))).toBe(false)
  expect(explainSystemError(new Error('Something else.'))).toBe('Something else')
})
