import { expect, it } from 'vitest'
import { translateFailures } from '../../src/translate-failures.ts'

class Shelf {
  #kept = 'a book'
  readonly name = 'shelf'
  async take(): Promise<string> {
    return this.#kept
  }
  async put(what: string): Promise<void> {
    throw new Error(`no room for ${what}`)
  }
}

it('passes failures of a port through, and leaves all else as it is', async () => {
  const shelf = translateFailures(new Shelf(), (error) => new Error('translated', { cause: error }))
  expect([shelf.name, await shelf.take()]).toEqual(['shelf', 'a book'])
  await expect(shelf.put('a globe')).rejects.toMatchObject({
    message: 'translated',
    cause: { message: 'no room for a globe' },
  })
})
