/**
 * Raised when the same bytes would be read or understood otherwise: a document whose fingerprint names an older number is
 * read again. They stand apart from reader and extractors so that comparing them loads neither.
 */
export const READING_VERSIONS = { read: '3', rules: '7', table: '2' } as const
