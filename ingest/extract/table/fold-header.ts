import { foldName } from '../../../graph/values/fold-name.ts'

/** The form in which a header of a table and one of a mapping file are equal. A header of signs alone stays as it is. */
export function foldHeader(header: string): string {
  return foldName(header) || header.trim()
}
