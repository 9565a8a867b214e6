import { InvalidArgumentError } from 'commander'

/** A whole number from 1 to 1000. */
export function parseCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1 || count > 1000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000.')
  return count
}
