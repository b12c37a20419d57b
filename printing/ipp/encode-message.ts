import { type IppAttribute, type IppMessage, type IppValue, TAG } from './ipp-message.ts';

/** A length in a message is a signed 16-bit number. */
const MAX_VALUE_BYTES = 32_767;

/** A message as RFC 8010 lays it out, up to and with the sign behind which a document's bytes follow. */
export function encodeMessage({ version, code, requestId, groups }: IppMessage): Uint8Array {
  const parts = [Uint8Array.of(version[0], version[1]), uint16(code), int32(requestId)];
  for (const { tag, attributes } of groups) {
    parts.push(Uint8Array.of(tag), ...attributes.flatMap(encodeAttribute));
  }
  parts.push(Uint8Array.of(TAG.endOfAttributes));
  return joined(parts);
}

function encodeAttribute({ name, values }: IppAttribute): readonly Uint8Array[] {
  // Only the first of several values bears the name.
  return values.flatMap((value, index) => encodeValue(index === 0 ? name : '', value));
}

function encodeValue(name: string, { tag, value }: IppValue): readonly Uint8Array[] {
  const head = [Uint8Array.of(tag), counted(utf8(name))];
  if (!isCollection(value)) return [...head, counted(bytesOf(tag, value))];
  const members = value.flatMap((member) => [
    ...encodeValue('', { tag: TAG.memberName, value: member.name }),
    ...member.values.flatMap((one) => encodeValue('', one)),
  ]);
  return [...head, uint16(0), ...members, Uint8Array.of(TAG.endOfCollection), uint16(0), uint16(0)];
}

function isCollection(value: IppValue['value']): value is readonly IppAttribute[] {
  return Array.isArray(value);
}

function bytesOf(tag: number, value: Exclude<IppValue['value'], readonly IppAttribute[]>): Uint8Array {
  if (value === undefined) return new Uint8Array();
  if (typeof value === 'number') return int32(value);
  if (typeof value === 'boolean') return Uint8Array.of(value ? 1 : 0);
  if (typeof value !== 'string') return value;
  const hasLanguage = tag === TAG.textWithLanguage || tag === TAG.nameWithLanguage;
  return hasLanguage ? joined([counted(utf8('en')), counted(utf8(value))]) : utf8(value);
}

function counted(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_VALUE_BYTES) throw new RangeError(`an IPP value cannot have ${bytes.length} bytes`);
  return joined([uint16(bytes.length), bytes]);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value);
}

function int32(value: number): Uint8Array {
  return Uint8Array.of(value >> 24, value >> 16, value >> 8, value);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
