/** `1 document`, `1,200 documents`; `many` where an s does not make it. */
export function countThings(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
