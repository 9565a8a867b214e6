import { ReadFailure } from './read-failure.ts'

/** Readers pass a checkpoint between pages, sheets and batches of rows; past the limit it throws `timeout`. */
export interface Deadline {
  check(): void
}

export function createDeadline(maxMilliseconds: number): Deadline {
  const end = performance.now() + maxMilliseconds
  return {
    check() {
      if (performance.now() <= end) return
      throw new ReadFailure(
        'timeout',
        `Reading took longer than the limit of ${maxMilliseconds / 1000} s. Split the document or raise maxMilliseconds.`,
      )
    },
  }
}
