/** The data of each `next` event of a GraphQL subscription over server-sent events, until it completes. */
export async function* readEvents(response: Response): AsyncGenerator<unknown> {
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const fields = new Map(event.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]))
      if (fields.get('event') === 'next') yield JSON.parse(fields.get('data') ?? 'null')
    }
  }
}
