/**
 * Maps with up to `ahead` calls under way and yields the results in the order of the input, so that what follows stays
 * deterministic while memory stays bounded.
 */
export async function* mapAhead<In, Out>(
  input: AsyncIterable<In>,
  ahead: number,
  map: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const underway: Promise<Out>[] = []
  try {
    for await (const item of input) {
      const result = map(item)
      // Awaited in order further down; without this a rejection waiting its turn counts as unhandled.
      result.catch(() => {})
      underway.push(result)
      if (underway.length >= ahead) yield await (underway.shift() as Promise<Out>)
    }
    for (let next = underway.shift(); next; next = underway.shift()) yield await next
  } finally {
    await Promise.allSettled(underway)
  }
}
