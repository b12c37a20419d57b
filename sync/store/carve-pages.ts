import { createDecipheriv } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

const PAGE_BYTES = 4_096;
const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** SQLCipher keeps the initial vector and the page's own hash at its end. */
const CIPHER_RESERVE_BYTES = 80;
const IV_BYTES = 16;
/** A leaf of a table in SQLite's file format. */
const TABLE_LEAF = 0x0d;
const LEAF_HEADER_BYTES = 8;
/** No event is bigger; a length that says so is garbage. */
const LARGEST_PAYLOAD = 4 * 1024 * 1024;

/**
 * Reads events straight out of a file's pages, past everything in SQLite that points to them: what is left when the
 * header, the schema or the tree of a table is destroyed. Also looks into the write-ahead log and into pages that are in
 * use no more. Hands over every text that could be an event's document; whoever takes it knows a true one by its hash.
 */
export function carveTexts(file: string, key: Uint8Array | undefined, take: (text: string) => void): void {
  const main = openPages(file, { from: 0, headerBytes: 0, key });
  const wal = openPages(`${file}-wal`, { from: WAL_HEADER_BYTES, headerBytes: FRAME_HEADER_BYTES, key });
  try {
    const frames = framesByPage(wal);
    const pageOf = (number: number): Buffer | undefined => {
      const frame = frames.get(number);
      return frame === undefined ? main.page(number - 1) : wal.page(frame);
    };
    const usableBytes = PAGE_BYTES - (key ? CIPHER_RESERVE_BYTES : 0);
    for (const pages of [main, wal]) {
      for (let index = 0; index < pages.count; index += 1) {
        const page = pages.page(index);
        if (page?.[0] === TABLE_LEAF) for (const text of textsIn(page, { usableBytes, pageOf })) take(text);
      }
    }
  } finally {
    main.close();
    wal.close();
  }
}

type Pages = {
  readonly count: number;
  /** Decrypted; undefined outside the file. */
  readonly page: (index: number) => Buffer | undefined;
  readonly header: (index: number) => Buffer;
  readonly close: () => void;
};

type Layout = { readonly from: number; readonly headerBytes: number; readonly key: Uint8Array | undefined };

function openPages(file: string, { from, headerBytes, key }: Layout): Pages {
  if (!existsSync(file))
    return { count: 0, page: () => undefined, header: () => Buffer.alloc(0), close: () => undefined };
  const descriptor = openSync(file, 'r');
  const stride = headerBytes + PAGE_BYTES;
  const count = Math.max(0, Math.floor((statSync(file).size - from) / stride));
  const read = (bytes: number, at: number): Buffer => {
    const buffer = Buffer.alloc(bytes);
    readSync(descriptor, buffer, 0, bytes, at);
    return buffer;
  };
  return {
    count,
    page: (index) => {
      if (index < 0 || index >= count) return undefined;
      const page = read(PAGE_BYTES, from + index * stride + headerBytes);
      return key ? decrypted(page, key) : page;
    },
    header: (index) => read(headerBytes, from + index * stride),
    close: () => closeSync(descriptor),
  };
}

/** The first page has its salt where others begin; it holds no events and may come out as garbage. */
function decrypted(page: Buffer, key: Uint8Array): Buffer {
  const end = PAGE_BYTES - CIPHER_RESERVE_BYTES;
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + IV_BYTES)).setAutoPadding(false);
  return Buffer.concat([decipher.update(page.subarray(0, end)), decipher.final()]);
}

/** The last frame of each page, whatever the log's own checks say: a true event is known by its hash. */
function framesByPage(wal: Pages): ReadonlyMap<number, number> {
  const frames = new Map<number, number>();
  for (let index = 0; index < wal.count; index += 1) frames.set(wal.header(index).readUInt32BE(0), index);
  return frames;
}

type Reach = { readonly usableBytes: number; readonly pageOf: (number: number) => Buffer | undefined };

function* textsIn(page: Buffer, reach: Reach): Generator<string> {
  const cells = page.readUInt16BE(3);
  for (let n = 0; n < cells; n += 1) {
    const pointer = LEAF_HEADER_BYTES + 2 * n;
    if (pointer + 2 > page.length) return;
    const payload = payloadAt(page, page.readUInt16BE(pointer), reach);
    const text = payload && lastTextOf(payload);
    if (text?.startsWith('{')) yield text;
  }
}

function payloadAt(page: Buffer, at: number, { usableBytes, pageOf }: Reach): Buffer | undefined {
  const size = varint(page, at);
  const rowid = size && varint(page, size.next);
  if (!size || !rowid || size.value > LARGEST_PAYLOAD) return undefined;
  const local = localBytes(size.value, usableBytes);
  const first = page.subarray(rowid.next, rowid.next + local);
  if (local === size.value) return first.length === local ? first : undefined;
  const parts = [first];
  let missing = size.value - local;
  const end = rowid.next + local;
  let next = end + 4 <= page.length ? page.readUInt32BE(end) : 0;
  while (missing > 0) {
    const overflow = next === 0 ? undefined : pageOf(next);
    if (!overflow) return undefined;
    const part = overflow.subarray(4, Math.min(usableBytes, 4 + missing));
    parts.push(part);
    missing -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** How much of a payload stands in the leaf itself. */
function localBytes(size: number, usableBytes: number): number {
  const largest = usableBytes - 35;
  if (size <= largest) return size;
  const smallest = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
  const fitting = smallest + ((size - smallest) % (usableBytes - 4));
  return fitting <= largest ? fitting : smallest;
}

/** A record is a header of types, then the values. The document is the last column of its row. */
function lastTextOf(payload: Buffer): string | undefined {
  const header = varint(payload, 0);
  if (!header || header.value > payload.length) return undefined;
  let type = 0;
  for (let at = header.next; at < header.value;) {
    const column = varint(payload, at);
    if (!column) return undefined;
    type = column.value;
    at = column.next;
  }
  // Odd types from 13 on are texts; the length is in the type.
  const isText = type >= 13 && type % 2 === 1;
  const length = (type - 13) / 2;
  return isText && length <= payload.length ? payload.toString('utf8', payload.length - length) : undefined;
}

/** SQLite's integer of 1 to 9 bytes. What does not fit into 7 is no length of ours. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let n = 0; n < 7; n += 1) {
    const byte = bytes[at + n];
    if (byte === undefined) return undefined;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + n + 1 };
  }
  return undefined;
}
