import type { IngestProgress } from '../../ingest/ingest-report.ts'

/** Steps a slow follower may be behind; older ones are dropped, because only where a document is now matters. */
const BACKLOG = 1_000

/** Passes each step of each ingestion to whoever follows. Telling never waits for a follower. */
export interface ProgressChannel {
  tell(progress: IngestProgress): void
  /** All steps from now on, until the follower returns or the channel closes. */
  follow(): AsyncIterableIterator<IngestProgress>
  readonly followers: number
  /** Ends every follower's iteration. */
  close(): void
}

interface Follower {
  backlog: IngestProgress[]
  wake: () => void
}

export function createProgressChannel(): ProgressChannel {
  const followers = new Set<Follower>()
  let closed = false

  /** Registered at once and not with the first `next`, so that no step is missed in between. */
  function follow(): AsyncIterableIterator<IngestProgress> {
    const follower: Follower = { backlog: [], wake: () => {} }
    if (!closed) followers.add(follower)
    const steps = iterate(follower)
    return {
      next: () => steps.next(),
      return: async () => {
        followers.delete(follower)
        follower.backlog.length = 0
        follower.wake()
        return { done: true, value: undefined }
      },
      [Symbol.asyncIterator]() {
        return this
      },
    }
  }

  async function* iterate(follower: Follower): AsyncGenerator<IngestProgress> {
    while (true) {
      const step = follower.backlog.shift()
      if (step) yield step
      else if (closed || !followers.has(follower)) return
      else {
        // Nothing can be told between the checks above and this assignment: there is no await in between.
        await new Promise<void>((resolve) => {
          follower.wake = resolve
        })
      }
    }
  }

  return {
    tell(progress) {
      for (const follower of followers) {
        follower.backlog.push(progress)
        if (follower.backlog.length > BACKLOG) follower.backlog.shift()
        follower.wake()
      }
    },
    follow,
    get followers() {
      return followers.size
    },
    close() {
      closed = true
      for (const follower of followers) follower.wake()
      followers.clear()
    },
  }
}
