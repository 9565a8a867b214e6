import { z } from 'zod'

const optional = z.boolean().optional()

/** Labels of one document: what a reader finds in it. `optional` ones are neither rewarded nor penalised. */
export const goldLabels = z.object({
  entities: z.array(
    z.object({ type: z.string(), name: z.string(), aliases: z.array(z.string()).default([]), optional }),
  ),
  relations: z.array(z.object({ subject: z.string(), predicate: z.string(), object: z.string(), optional })),
  facts: z.array(z.object({ subject: z.string(), property: z.string(), value: z.string() })).default([]),
})

export type GoldLabels = z.infer<typeof goldLabels>

/** What an extractor found, in the form of `cupel extract --json`. */
export interface Submission {
  entities: { type: string; name: string; aliases: string[] }[]
  relations: { subject: string; predicate: string; object: string }[]
  facts: { subject: string; property: string; value: string }[]
}

export class GoldError extends Error {
  readonly code: 'gold-missing' | 'gold-invalid'

  constructor(code: GoldError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GoldError'
    this.code = code
  }
}
