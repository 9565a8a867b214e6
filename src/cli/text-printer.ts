/** Prints texts one after the other; where there are several, each under its name. */
export function createTextPrinter(out: (text: string) => void): {
  print: (name: string, text: string) => void
  end: () => void
} {
  // The first waits to see whether it is the only one.
  let first: { name: string; text: string } | null = null
  let printed = 0
  const printNamed = (name: string, text: string) => out(`${printed++ > 0 ? '\n' : ''}==> ${name} <==\n${text}\n`)
  return {
    print: (name, text) => {
      if (first === null && printed === 0) {
        first = { name, text }
        return
      }
      if (first) printNamed(first.name, first.text)
      first = null
      printNamed(name, text)
    },
    end: () => {
      if (first) out(`${first.text}\n`)
      first = null
    },
  }
}
