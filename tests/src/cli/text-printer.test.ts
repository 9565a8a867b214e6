import { expect, it } from 'vitest'
import { createTextPrinter } from '../../../src/cli/text-printer.ts'

function print(...texts: [string, string][]): string {
  let out = ''
  const printer = createTextPrinter((text) => {
    out += text
  })
  for (const [name, text] of texts) printer.print(name, text)
  printer.end()
  return out
}

it('prints one text bare and several each under its name', () => {
  expect(print()).toBe('')
  expect(print(['a', 'One.'])).toBe('One.\n')
  expect(print(['a', 'One.'], ['b', 'Two.'], ['c', 'Three.'])).toBe(
    '==> a <==\nOne.\n\n==> b <==\nTwo.\n\n==> c <==\nThree.\n',
  )
})
