import { describe, expect, it } from 'vitest'
import type { IngestProgress } from '../../../ingest/ingest-report.ts'
import { createProgressChannel } from '../../../src/api/progress-channel.ts'

const step = (finished: number): IngestProgress => ({ source: 'a.txt', stage: 'reading', finished, total: 9 })

async function takeAll(steps: AsyncIterableIterator<IngestProgress>): Promise<number[]> {
  const taken = []
  for await (const { finished } of steps) taken.push(finished)
  return taken
}

describe('a progress channel', () => {
  it('passes each step to each follower in order', async () => {
    const channel = createProgressChannel()
    const followers = [channel.follow(), channel.follow()].map(takeAll)
    channel.tell(step(1))
    await Promise.resolve()
    channel.tell(step(2))
    channel.tell(step(3))
    channel.close()
    expect(await Promise.all(followers)).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
  })

  it('keeps what is told between following and the first reading', async () => {
    const channel = createProgressChannel()
    const steps = channel.follow()
    channel.tell(step(1))
    expect((await steps.next()).value).toEqual(step(1))
  })

  it('ends a follower that waits when it returns, and forgets it', async () => {
    const channel = createProgressChannel()
    const steps = channel.follow()
    const waiting = steps.next()
    expect(channel.followers).toBe(1)
    await steps.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(channel.followers).toBe(0)
  })

  it('drops the oldest steps of a follower that does not read', async () => {
    const channel = createProgressChannel()
    const steps = channel.follow()
    for (let number = 0; number < 5_000; number++) channel.tell(step(number))
    channel.close()
    const taken = await takeAll(steps)
    expect(taken.length).toBe(1_000)
    expect(taken.at(-1)).toBe(4_999)
  })

  it('ends at once for whoever follows a closed channel', async () => {
    const channel = createProgressChannel()
    channel.close()
    expect(await takeAll(channel.follow())).toEqual([])
    expect(channel.followers).toBe(0)
  })
})
