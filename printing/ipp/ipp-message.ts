/** The signs of RFC 8010, section 3.5: what a group is, and how the bytes of a value are meant. */
export const TAG = {
  operationGroup: 0x01,
  jobGroup: 0x02,
  endOfAttributes: 0x03,
  printerGroup: 0x04,
  unsupportedGroup: 0x05,
  /** Below this a tag opens a group, from here on a value. */
  firstValue: 0x10,
  /** Below this a value says that there is none (unsupported, unknown, no-value) and has no bytes. */
  firstWithBytes: 0x20,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  collection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endOfCollection: 0x37,
  /** From here up to the member's name every value is a string of characters. */
  firstText: 0x40,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mediaType: 0x49,
  memberName: 0x4a,
} as const;

/**
 * A value as it was sent: numbers for integer and enum, text for all strings (its language left out), attributes for a
 * collection, nothing for "there is none", and the bytes for what this program has no use for or what has a wrong length.
 */
export type IppValue = {
  readonly tag: number;
  readonly value: number | boolean | string | Uint8Array | readonly IppAttribute[] | undefined;
};

export type IppAttribute = { readonly name: string; readonly values: readonly IppValue[] };

export type IppGroup = { readonly tag: number; readonly attributes: readonly IppAttribute[] };

export type IppMessage = {
  readonly version: readonly [major: number, minor: number];
  /** The operation of a question, the status of an answer. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
};

export function textAttribute(tag: number, name: string, ...texts: readonly string[]): IppAttribute {
  return { name, values: texts.map((value) => ({ tag, value })) };
}

/** A name may have 255 bytes (RFC 8011, section 5.1.3): the rest is cut off, between two letters. */
export function nameAttribute(name: string, text: string): IppAttribute {
  const bytes = new TextEncoder().encode(text.normalize('NFC').replace(/\p{Cc}/gu, ' '));
  // With `stream` a letter that is not complete is held back.
  const value = new TextDecoder().decode(bytes.subarray(0, MAX_NAME_BYTES), { stream: true });
  return textAttribute(TAG.name, name, value);
}

const MAX_NAME_BYTES = 255;

export function integerAttribute(name: string, value: number): IppAttribute {
  return { name, values: [{ tag: TAG.integer, value }] };
}

export function collectionAttribute(name: string, members: readonly IppAttribute[]): IppAttribute {
  return { name, values: [{ tag: TAG.collection, value: members }] };
}

/** The values of the first attribute of that name in groups of that kind; none when it was not sent. */
export function valuesOf(message: IppMessage, group: number, name: string): readonly IppValue['value'][] {
  for (const { tag, attributes } of message.groups) {
    if (tag !== group) continue;
    const found = attributes.find((attribute) => attribute.name === name);
    if (found) return found.values.map(({ value }) => value);
  }
  return [];
}

export function textsOf(message: IppMessage, group: number, name: string): readonly string[] {
  return valuesOf(message, group, name).filter((value) => typeof value === 'string');
}

export function numberOf(message: IppMessage, group: number, name: string): number | undefined {
  return valuesOf(message, group, name).find((value) => typeof value === 'number');
}
