import { crc32, inflateRawSync } from 'node:zlib';
import { ok, refuse, type Result } from '../../domain/result.ts';

export type ZipRefusal = { readonly code: 'too-large' | 'unreadable' };

/** The parts of a zip file, unpacked one by one as they are asked for. */
export type ZipParts = {
  /**
   * The bytes of a part; undefined when there is none of that name. Refuses `too-large` when this and all that was
   * unpacked before would pass the limit - whatever the file says of its own size - and `unreadable` when it is damaged.
   */
  readonly read: (name: string) => Result<Buffer | undefined, ZipRefusal>;
};

type Entry = {
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly headerAt: number;
};

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;

/** True when the bytes begin as a zip file does. */
export function isZip(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32LE(0) === LOCAL_HEADER;
}

/** Undefined when the bytes hold no list of parts that can be followed. No more than `mostBytes` is ever unpacked. */
export function openZip(bytes: Buffer, mostBytes: number): ZipParts | undefined {
  const entries = readEntries(bytes);
  if (!entries) return undefined;
  let left = mostBytes;
  return {
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return ok(undefined);
      const unpacked = unpack(bytes, entry, left);
      if (unpacked.ok) left -= unpacked.value.length;
      return unpacked;
    },
  };
}

function readEntries(bytes: Buffer): ReadonlyMap<string, Entry> | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_HEADER) return undefined;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    if (nameEnd > bytes.length) return undefined;
    const isEncrypted = (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0;
    entries.set(partName(bytes.toString('utf8', at + 46, nameEnd)), {
      method: isEncrypted ? -1 : bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number | undefined {
  const last = bytes.length - END_RECORD_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END_RECORD) return at;
  }
  return undefined;
}

/** Some writers use backslashes or begin with a slash. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '');
}

function unpack(bytes: Buffer, entry: Entry, mostBytes: number): Result<Buffer, ZipRefusal> {
  const { headerAt, packedBytes } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL_HEADER) return refuse(UNREADABLE);
  const from = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  if (from + packedBytes > bytes.length) return refuse(UNREADABLE);
  const content = contentOf(bytes.subarray(from, from + packedBytes), entry.method, mostBytes);
  return content.ok && crc32(content.value) !== entry.crc ? refuse(UNREADABLE) : content;
}

const UNREADABLE: ZipRefusal = { code: 'unreadable' };

function contentOf(packed: Buffer, method: number, mostBytes: number): Result<Buffer, ZipRefusal> {
  if (method === 0) return packed.length > mostBytes ? refuse({ code: 'too-large' }) : ok(packed);
  if (method !== 8) return refuse(UNREADABLE);
  if (mostBytes === 0) return refuse({ code: 'too-large' });
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: mostBytes }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') return refuse({ code: 'too-large' });
    if (code.startsWith('Z_')) return refuse(UNREADABLE);
    throw error;
  }
}
