/** The first of the wanted keys that is free, so that no two files of one name hide each other. */
export function chooseKey(taken: Readonly<Record<string, unknown>>, ...wanted: string[]): string {
  return wanted.find((key) => !Object.hasOwn(taken, key)) ?? (wanted.at(-1) as string)
}
