import { describe, expect, it } from 'vitest'
import { parsePersonName, personInitialKey, personKeys } from '../../../graph/values/person-name.ts'

const meet = (left: string, right: string) => personKeys(left).some((key) => personKeys(right).includes(key))

describe('parsePersonName', () => {
  it.each([
    ['Dr. Amara Okoye', 'Amara Okoye', ['Dr.']],
    ['Prof. Dr. Amara Okoye, PhD', 'Amara Okoye', ['Prof.', 'Dr.', 'PhD']],
    ['H.E. Mr. Somchai Prasert', 'Somchai Prasert', ['H.E.', 'Mr.']],
    ["Dato' Sri Ahmad Faizal", 'Ahmad Faizal', ["Dato'", 'Sri']],
    ['Assoc. Prof. Nguyen Van An', 'Nguyen Van An', ['Assoc.', 'Prof.']],
    ['Ir. Budi Santoso, M.Sc.', 'Budi Santoso', ['Ir.', 'M.Sc.']],
    ['Prof.Dr.Weber', 'Weber', ['Prof.', 'Dr.']],
    ['Tan Mei Ling', 'Tan Mei Ling', []],
    ['Don Smith', 'Don Smith', []],
    ['王建国教授', '王建国', ['教授']],
  ])('cleans %s', (text, name, titles) => {
    expect(parsePersonName(text)).toMatchObject({ name, titles })
  })

  it('sees a marked family name', () => {
    expect(parsePersonName('WANG Jianguo')?.family).toBe('WANG')
    expect(parsePersonName('Wang, Jianguo')).toMatchObject({ name: 'Jianguo Wang', family: 'Wang' })
  })

  it.each(['', ' , ', '...', '123'])('finds no name in %j', (text) => {
    expect(parsePersonName(text)).toBeNull()
  })
})

describe('personKeys', () => {
  it.each([
    ['Wang Jianguo', 'Jianguo Wang'],
    ['WANG Jian-guo', 'Jianguo Wang'],
    ['Wang Jian Guo', 'Wang Jianguo'],
    ['Prof. Jianguo Wang', 'Wang, Jianguo'],
    ['José A. Pérez', 'Jose Perez'],
    ['Ms Ana Lima', 'ana lima'],
  ])('lets %s meet %s', (left, right) => expect(meet(left, right)).toBe(true))

  it.each([
    ['J. Wang', 'Jianguo Wang'],
    ['Jianguo Wang', 'Jianhua Wang'],
    ['Ana Lima', 'Ana Lima Costa'],
  ])('keeps %s and %s apart', (left, right) => expect(meet(left, right)).toBe(false))
})

describe('personInitialKey', () => {
  it('is shared by the short and the long form', () => {
    expect(personInitialKey('J. Wang')).toBe(personInitialKey('Jianguo Wang'))
    expect(personInitialKey('WANG Jianguo')).toBe('wang j')
    expect(personInitialKey('Wang')).toBeNull()
  })
})
