import { describe, expect, it } from 'vitest'
import { mapAhead } from '../../ingest/map-ahead.ts'

async function* count(to: number, taken: number[] = []): AsyncGenerator<number> {
  for (let number = 1; number <= to; number++) {
    taken.push(number)
    yield number
  }
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('mapAhead', () => {
  it('keeps the order of the input whatever finishes first', async () => {
    const out: number[] = []
    for await (const number of mapAhead(count(6), 3, async (each) => {
      await wait(each % 2 ? 12 : 1)
      return each * 10
    }))
      out.push(number)
    expect(out).toEqual([10, 20, 30, 40, 50, 60])
  })

  it('has no more under way than asked for', async () => {
    let [running, most] = [0, 0]
    const work = async (each: number) => {
      most = Math.max(most, ++running)
      await wait(2)
      running--
      return each
    }
    for await (const _ of mapAhead(count(20), 4, work)) void _
    expect(most).toBe(4)
  })

  it('does not take the whole input before the first result is asked for', async () => {
    const taken: number[] = []
    const results = mapAhead(count(1000, taken), 3, async (each) => each)
    await results.next()
    await results.return(undefined)
    expect(taken.length).toBeLessThanOrEqual(3)
  })

  it('passes a failure on in its turn, and leaves none unhandled', async () => {
    const out: number[] = []
    const run = async () => {
      for await (const each of mapAhead(count(5), 3, async (number) =>
        number === 3 ? Promise.reject(new Error('third')) : number,
      ))
        out.push(each)
    }
    await expect(run()).rejects.toThrow('third')
    expect(out).toEqual([1, 2])
  })
})
