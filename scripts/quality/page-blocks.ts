/** Where a written block of a page begins and ends; what stands between is replaced. */
function marks(name: string): [begin: string, end: string] {
  return [`<!-- ${name}: written by npm run evaluate -->`, `<!-- end of ${name} -->`]
}

/** Puts each block between its marks. Throws where a page lacks the marks of a block. */
export function fillBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  let filled = page
  for (const [name, block] of Object.entries(blocks)) {
    const [begin, end] = marks(name)
    const [from, to] = [filled.indexOf(begin), filled.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`Expected the lines "${begin}" and "${end}" in this order in the page.`)
    filled = `${filled.slice(0, from + begin.length)}\n\n${block}\n\n${filled.slice(to)}`
  }
  return filled
}
