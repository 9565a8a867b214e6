import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A short company report that yields entities, relations and figures; another for every number. */
export function composeReport(number: number): string {
  const name = `Nordmetall ${String.fromCharCode(65 + (number % 26))}${number} GmbH`
  return [
    `${name} recycles steel dust`,
    `${name} treats steel dust and recovers zinc at its plant in Duisburg, Germany. The plant has a capacity of ${10 + number},000 tonnes of steel dust a year.`,
    `Anna Berger, chief executive of ${name}, said that the company has ${100 + number} employees.`,
  ].join('\n\n')
}

/** Writes files (path inside the folder → content) and returns the folder. */
export async function writeFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** `count` reports as files. */
export function composeReports(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      `report-${String(number).padStart(3, '0')}.txt`,
      composeReport(number),
    ]),
  )
}
