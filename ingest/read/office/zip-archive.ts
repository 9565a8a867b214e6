import { inflateRawSync } from 'node:zlib'
import { ReadFailure } from '../read-failure.ts'

/** A part of a zip container as its central directory lists it. */
export interface ZipEntry {
  name: string
  /** Packed and declared unpacked size in bytes. */
  packed: number
  unpacked: number
  method: number
  offset: number
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** Whether a part's name begins like this; `false` where the container is damaged. */
export function holdsPart(bytes: Uint8Array, beginning: string): boolean {
  try {
    return listZipEntries(bytes).some((entry) => entry.name.startsWith(beginning))
  } catch {
    return false
  }
}

/** Lists the parts without unpacking any. Throws `zip-damaged` where there is no whole central directory. */
export function listZipEntries(bytes: Uint8Array): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(buffer)
  if (end < 0) throw damaged('it has no table of contents at its end, so it was cut short')
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw damaged('its table of contents is broken')
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

/** Unpacks one part. A part that grows past its declared size is a bomb: throws `zip-bomb`. */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packed, unpacked, method, name } = entry
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL_SIGNATURE)
    throw damaged(`its part ${name} is not where it should be`)
  const from = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const data = buffer.subarray(from, from + packed)
  if (method === 0) return data
  if (method !== 8) throw damaged(`its part ${name} is packed in an unknown way (${method})`)
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(unpacked, 1) })
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ReadFailure(
        'zip-bomb',
        `The part ${name} unpacks to more than the ${unpacked} bytes it declares. The file is built to exhaust memory and was refused.`,
        { cause: error },
      )
    }
    throw damaged(`its part ${name} cannot be unpacked`, error)
  }
}

function findEnd(buffer: Buffer): number {
  const last = buffer.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (buffer.readUInt32LE(at) === END_SIGNATURE) return at
  }
  return -1
}

function damaged(why: string, cause?: unknown): ReadFailure {
  return new ReadFailure(
    'zip-damaged',
    `Expected a whole zip container, but ${why}. Get the file again from where it came from.`,
    { cause },
  )
}
