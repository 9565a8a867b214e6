import { createRequestError } from '../request-error.ts'

function refuseFile(): never {
  throw createRequestError(
    'file-expected',
    'A file is expected. Send it in a multipart request (graphql-multipart-request-spec): `operations` with null in its place, `map`, and the file.',
  )
}

function isFile(value: unknown): value is File {
  const file = value as Partial<File> | null
  return typeof file === 'object' && typeof file?.arrayBuffer === 'function' && typeof file.size === 'number'
}

/**
 * A file is only ever taken in, and only out of a multipart request. Two underscores keep the scalar's description in the
 * contract. DateTime needs nothing: instants are kept as text in ISO 8601 and only ever given out.
 */
export const scalarResolvers = {
  File: {
    __parseValue: (value: unknown) => (isFile(value) ? value : refuseFile()),
    __parseLiteral: refuseFile,
    __serialize: refuseFile,
  },
}
