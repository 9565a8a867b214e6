/** What a client got: the HTTP status and the body of GraphQL over HTTP. */
export interface GraphQLAnswer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: answers are as many-shaped as queries; tests say what they expect.
  data: any
  errors: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[]
}

export type Send = (path: string, init: RequestInit) => Promise<Response>

export interface GraphQLClient {
  /** Sends a query as JSON. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<GraphQLAnswer>
  /** Sends anything to `/graphql` by POST. */
  post(body: RequestInit['body'], headers?: Record<string, string>): Promise<GraphQLAnswer>
  /** Sends `ingestDocument` as a multipart request. */
  upload(name: string, content: BlobPart, options?: UploadOptions): Promise<GraphQLAnswer>
}

export interface UploadOptions {
  source?: string
  type?: string
  headers?: Record<string, string>
}

const UPLOAD = `mutation ($file: File!, $source: String) {
  ingestDocument(file: $file, source: $source) {
    report { source status entities statements problems { code fatal } document { id title } }
    errors { code message path }
  }
}`

async function readAnswer(response: Response): Promise<GraphQLAnswer> {
  const text = await response.text()
  const body = text.startsWith('{') ? JSON.parse(text) : { errors: [{ message: text }] }
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] }
}

/** The parts of a multipart request as graphql-multipart-request-spec orders them. */
export function buildUpload(name: string, content: BlobPart, { source, type }: UploadOptions = {}): FormData {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query: UPLOAD, variables: { file: null, source } }))
  form.set('map', JSON.stringify({ 0: ['variables.file'] }))
  form.set('0', new Blob([content], { type }), name)
  return form
}

/** Speaks to a server the way a browser or script would; with a token, as staff. */
export function createGraphQLClient(send: Send, token?: string): GraphQLClient {
  // The media type that gives a request that does not validate the status 400; application/json gives it 200.
  const accept = 'application/graphql-response+json'
  const own: Record<string, string> = token ? { accept, authorization: `Bearer ${token}` } : { accept }
  const post = async (body: RequestInit['body'], headers: Record<string, string> = {}) =>
    readAnswer(await send('/graphql', { method: 'POST', body, headers: { ...own, ...headers } }))
  return {
    post,
    ask: (query, variables, headers) =>
      post(JSON.stringify({ query, variables }), { 'content-type': 'application/json', ...headers }),
    upload: (name, content, options = {}) =>
      post(buildUpload(name, content, options), { 'graphql-require-preflight': '1', ...options.headers }),
  }
}
