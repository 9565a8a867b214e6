import { z } from 'zod'

const language = z
  .string()
  .regex(/^[a-z]{2}$/, 'a language is an ISO 639-1 code of two small letters, for example "en"')
const label = z
  .string()
  .min(1)
  .max(120)
  .refine((text) => text === text.trim(), 'a label has no space at its ends')
const id = z
  .string()
  .regex(
    /^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'an id is "<type>/<slug>" in kebab case, for example "metal/zinc"',
  )

const code = z.strictObject({
  scheme: z.enum(['basel-annex', 'basel-y', 'eu-low', 'us-rcra', 'hs', 'oecd']),
  code: z.string(),
  source: z.string().min(1),
  status: z.enum(['verified', 'to-verify']),
  inferred: z.literal(true).optional(),
})

/** What may stand in a concept of a thesaurus file. Lists may be left out where they are empty. */
export const conceptSchema = z.strictObject({
  id,
  type: z.enum(['Metal', 'WasteStream', 'Technology', 'Product', 'Instrument']),
  prefLabel: z.record(language, label),
  altLabel: z.record(language, z.array(label).min(1)).default({}),
  hiddenLabel: z.record(language, z.array(label).min(1)).optional(),
  definition: z.string().optional(),
  broader: z.array(id).default([]),
  related: z.array(id).default([]),
  contains: z.array(id).optional(),
  codes: z.array(code).default([]),
  exactMatch: z.array(z.url()).optional(),
  closeMatch: z.array(z.url()).optional(),
  toVerify: z.array(language).optional(),
  needsContext: z.array(label).optional(),
  sharedLabels: z.array(label).optional(),
})

/** A thesaurus file: where its facts come from, and its concepts. */
export const conceptFileSchema = z.strictObject({
  source: z.string().min(1),
  concepts: z.array(conceptSchema),
})
