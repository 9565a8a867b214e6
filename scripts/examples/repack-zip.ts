import JSZip from 'jszip'

const BUILT = new Date('2026-06-01T00:00:00Z')

/**
 * The same package with every date in it fixed: file times of the container and the `dcterms` dates of its core
 * properties. Office writers stamp the clock there, and a build should give equal bytes on any day.
 */
export async function repackZip(bytes: Uint8Array): Promise<Uint8Array> {
  const read = await JSZip.loadAsync(bytes)
  const made = new JSZip()
  for (const name of Object.keys(read.files).sort()) {
    const entry = read.files[name]
    if (!entry || entry.dir) continue
    const content = name.endsWith('core.xml') ? fixDates(await entry.async('string')) : await entry.async('uint8array')
    made.file(name, content, { date: BUILT, createFolders: false })
  }
  return made.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'UNIX' })
}

function fixDates(xml: string): string {
  return xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*</g, `$1${BUILT.toISOString()}<`)
}
