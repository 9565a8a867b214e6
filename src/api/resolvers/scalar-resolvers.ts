import { GraphQLScalarType } from 'graphql'
import { createRequestError } from '../request-error.ts'

/** Instants are kept as text in ISO 8601 and only ever given out. */
const dateTime = new GraphQLScalarType<string, string>({ name: 'DateTime' })

function refuseFile(): never {
  throw createRequestError(
    'file-expected',
    'A file is expected. Send it in a multipart request (graphql-multipart-request-spec): `operations` with null in its place, `map`, and the file.',
  )
}

/** A file is only ever taken in. */
const file = new GraphQLScalarType<File, never>({
  name: 'File',
  parseValue: (value) => (isFile(value) ? value : refuseFile()),
  parseLiteral: refuseFile,
  serialize: refuseFile,
})

function isFile(value: unknown): value is File {
  const file = value as Partial<File> | null
  return typeof file === 'object' && typeof file?.arrayBuffer === 'function' && typeof file.size === 'number'
}

export const scalarResolvers = { DateTime: dateTime, File: file }
