import { hashContent } from '../identity.ts'
import type { Statement } from '../statement.ts'
import { foldName } from '../values/fold-name.ts'

/**
 * Equal for statements that say the same of the same canonical entities: what corroboration counts. The words of a value
 * and the qualifiers do not matter, the modality does: a plan does not corroborate a fact.
 */
export function claimKey(
  claim: Pick<Statement, 'predicate' | 'value' | 'modality'>,
  subjectEntity: string,
  objectEntity?: string,
): string {
  const { predicate, value, modality } = claim
  const said = value && { ...value, text: value.kind === 'text' ? foldName(value.text) : undefined }
  return hashContent([subjectEntity, predicate, objectEntity ?? JSON.stringify(said), modality].join('\u0000')).slice(
    0,
    24,
  )
}
