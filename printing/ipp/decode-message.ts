import { type IppAttribute, type IppGroup, type IppMessage, type IppValue, TAG } from './ipp-message.ts';

/** Deeper than any collection that is defined; stops bytes that only open. */
const MAX_DEPTH = 8;

/**
 * Reads what a printer answered. Total: whatever the bytes are, the answer is a message or `undefined`, which means that
 * they break off, that they do not end as a message does, or that their frame cannot be followed. A single value of a wrong
 * length breaks no frame and is kept as bytes.
 */
export function decodeMessage(bytes: Uint8Array): IppMessage | undefined {
  return new MessageReader(bytes).message();
}

type MutableAttribute = { readonly name: string; readonly values: IppValue[] };
type RawValue = { readonly tag: number; readonly name: string; readonly bytes: Uint8Array };

/** Every reading method answers `undefined` when the bytes do not hold what it looks for. */
class MessageReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  message(): IppMessage | undefined {
    const head = this.#take(8);
    if (!head) return undefined;
    const [major = 0, minor = 0] = head;
    if (major < 1 || major > 2) return undefined;
    const groups = this.#groups();
    return groups && { version: [major, minor], code: uint16(head, 2), requestId: int32(head, 4), groups };
  }

  #groups(): readonly IppGroup[] | undefined {
    const groups: IppGroup[] = [];
    for (;;) {
      const tag = this.#take(1)?.[0];
      if (tag === TAG.endOfAttributes) return groups;
      if (tag === undefined || tag === 0 || tag >= TAG.firstValue) return undefined;
      const attributes = this.#attributes();
      if (!attributes) return undefined;
      groups.push({ tag, attributes });
    }
  }

  #attributes(): readonly IppAttribute[] | undefined {
    const attributes: MutableAttribute[] = [];
    while ((this.#bytes[this.#at] ?? 0) >= TAG.firstValue) {
      const raw = this.#rawValue();
      const value = raw && this.#valueOf(raw, 0);
      if (!value) return undefined;
      if (raw.name !== '') attributes.push({ name: raw.name, values: [] });
      const attribute = attributes.at(-1);
      if (!attribute) return undefined;
      attribute.values.push(value);
    }
    return attributes;
  }

  #valueOf({ tag, bytes }: RawValue, depth: number): IppValue | undefined {
    if (tag === TAG.collection) {
      const members = this.#members(depth + 1);
      return members && { tag, value: members };
    }
    return isOutOfPlace(tag) ? undefined : { tag, value: plainValue(tag, bytes) };
  }

  #members(depth: number): readonly IppAttribute[] | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const members: MutableAttribute[] = [];
    for (;;) {
      const raw = this.#rawValue();
      if (!raw) return undefined;
      if (raw.tag === TAG.endOfCollection) return members;
      if (raw.tag === TAG.memberName) {
        members.push({ name: text(raw.bytes), values: [] });
        continue;
      }
      const value = this.#valueOf(raw, depth);
      const member = members.at(-1);
      if (!value || !member) return undefined;
      member.values.push(value);
    }
  }

  #rawValue(): RawValue | undefined {
    const tag = this.#take(1)?.[0];
    const name = this.#counted();
    const bytes = this.#counted();
    if (tag === undefined || tag < TAG.firstValue || !name || !bytes) return undefined;
    return { tag, name: text(name), bytes };
  }

  #counted(): Uint8Array | undefined {
    const length = this.#take(2);
    return length && this.#take(uint16(length, 0));
  }

  #take(length: number): Uint8Array | undefined {
    if (this.#at + length > this.#bytes.length) return undefined;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

/** A collection's parts stand inside a collection, never by themselves. */
function isOutOfPlace(tag: number): boolean {
  return tag === TAG.endOfCollection || tag === TAG.memberName;
}

function plainValue(tag: number, bytes: Uint8Array): IppValue['value'] {
  if (tag < TAG.firstWithBytes) return undefined;
  if ((tag === TAG.integer || tag === TAG.enum) && bytes.length === 4) return int32(bytes, 0);
  if (tag === TAG.boolean && bytes.length === 1) return bytes[0] !== 0;
  if (tag === TAG.textWithLanguage || tag === TAG.nameWithLanguage) return textBehindLanguage(bytes);
  if (tag >= TAG.firstText && tag < TAG.memberName) return text(bytes);
  return bytes.slice();
}

function textBehindLanguage(bytes: Uint8Array): string | Uint8Array {
  if (bytes.length < 2) return bytes.slice();
  const at = 2 + uint16(bytes, 0);
  if (at + 2 > bytes.length) return bytes.slice();
  const end = at + 2 + uint16(bytes, at);
  return end === bytes.length ? text(bytes.subarray(at + 2)) : bytes.slice();
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function int32(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) << 16) | uint16(bytes, at + 2);
}
