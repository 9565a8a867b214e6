import { Parser } from 'htmlparser2'
import type { Deadline } from '../deadline.ts'
import { ReadFailure } from '../read-failure.ts'
import type { ReadLimits } from '../source-document.ts'
import { listZipEntries, readZipEntry, type ZipEntry } from './zip-archive.ts'

/** Deflate cannot pack better than 1,032 to 1; documents stay far below. */
const BOMB_RATIO = 300
const BOMB_SIZE = 20_000_000
/** Share of the limit one XML part may take: it becomes a tree many times its size. */
const LARGEST_PART = 0.3

/** What the libraries take for XML, by what it is called or how it begins: they follow relations to parts of any name. */
const XML_NAME = /\.(?:xml|rels|vml)$/i
const XML_BEGINNING = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</

/** A package that has passed the checks. */
export interface OfficePackage {
  names: string[]
  /** Those of them that are XML, whatever they are called. */
  xmlNames: string[]
  /** Text of an XML part, `null` where there is none. */
  readPart(name: string): string | null
}

/**
 * Looks through an Office package before a library unpacks it: declared and true sizes of all parts (`zip-bomb`), entity
 * declarations, which Office never writes (`xml-entities`), and nesting (`too-deep`).
 */
export function checkPackage(bytes: Uint8Array, limits: ReadLimits, deadline: Deadline): OfficePackage {
  const entries = listZipEntries(bytes)
  checkSizes(entries, limits)
  const xmlNames: string[] = []
  for (const entry of entries) {
    deadline.check()
    const content = readZipEntry(bytes, entry)
    if (!isXml(entry.name, content)) continue
    xmlNames.push(entry.name)
    checkPart(entry, content.length, limits)
    checkXml(entry.name, content, limits, deadline)
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: entries.map((entry) => entry.name),
    xmlNames,
    readPart(name) {
      const entry = byName.get(name)
      return entry ? readZipEntry(bytes, entry).toString('utf8') : null
    },
  }
}

function checkSizes(entries: readonly ZipEntry[], limits: ReadLimits): void {
  let total = 0
  for (const { name, packed, unpacked } of entries) {
    total += unpacked
    if (total > limits.maxExpandedBytes || (unpacked > BOMB_SIZE && unpacked > packed * BOMB_RATIO)) {
      throw new ReadFailure(
        'zip-bomb',
        `The file unpacks to ${total} bytes or more (limit ${limits.maxExpandedBytes}), ${unpacked} of them in ${name} from ${packed} packed ones. Split the document or raise maxExpandedBytes.`,
      )
    }
    if (XML_NAME.test(name)) checkPart({ name }, unpacked, limits)
  }
}

function isXml(name: string, content: Buffer): boolean {
  return XML_NAME.test(name) || XML_BEGINNING.test(content.toString('latin1', 0, 1_000))
}

function checkPart({ name }: Pick<ZipEntry, 'name'>, size: number, limits: ReadLimits): void {
  const most = Math.floor(limits.maxExpandedBytes * LARGEST_PART)
  if (size <= most) return
  throw new ReadFailure(
    'zip-bomb',
    `The part ${name} unpacks to ${size} bytes; at most ${most} of XML are read in one part. Split the document or raise maxExpandedBytes.`,
  )
}

function checkXml(name: string, xml: Buffer, limits: ReadLimits, deadline: Deadline): void {
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) {
    throw new ReadFailure(
      'xml-entities',
      `The part ${name} declares XML entities, which office programs never write and attacks do. It was refused; save the document anew.`,
    )
  }
  let depth = 0
  const parser = new Parser(
    {
      onopentagname() {
        depth++
        if (depth <= limits.maxDepth) return
        throw new ReadFailure(
          'too-deep',
          `The part ${name} nests more than ${limits.maxDepth} elements deep. Flatten the document or raise maxDepth.`,
        )
      },
      onclosetag() {
        depth--
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  const text = xml.toString('utf8')
  const chunk = 1_000_000
  for (let at = 0; at < text.length; at += chunk) {
    deadline.check()
    parser.write(text.slice(at, at + chunk))
  }
}
