import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMessage } from '../../../printing/ipp/decode-message.ts';
import { encodeMessage } from '../../../printing/ipp/encode-message.ts';
import { type IppAttribute, type IppMessage, type IppValue, TAG } from '../../../printing/ipp/ipp-message.ts';

/** Seed and runs can be given back: PROPERTY_SEED, PROPERTY_RUNS. A failure prints its own. */
const SETTINGS = {
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? 500),
  ...(process.env['PROPERTY_SEED'] === undefined ? {} : { seed: Number(process.env['PROPERTY_SEED']) }),
};

const anyInt = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
const anyText = fc.string({ unit: 'grapheme', maxLength: 30 });
const anyPlainValue: fc.Arbitrary<IppValue> = fc.oneof(
  fc.record({ tag: fc.constantFrom<number>(TAG.integer, TAG.enum), value: anyInt }),
  fc.record({ tag: fc.constant(TAG.boolean), value: fc.boolean() }),
  fc.record({
    tag: fc.constantFrom<number>(
      0x41,
      TAG.name,
      TAG.keyword,
      TAG.uri,
      TAG.charset,
      TAG.mediaType,
      TAG.nameWithLanguage,
    ),
    value: anyText,
  }),
  fc.record({ tag: fc.constantFrom(0x10, 0x12, 0x13), value: fc.constant(undefined) }),
  fc.record({ tag: fc.constantFrom(0x30, 0x31, 0x33, 0x7f), value: fc.uint8Array({ maxLength: 40 }) }),
);

function anyAttribute(anyValue: fc.Arbitrary<IppValue>): fc.Arbitrary<IppAttribute> {
  return fc.record({
    name: fc.string({ minLength: 1, maxLength: 20 }),
    values: fc.array(anyValue, { minLength: 1, maxLength: 3 }),
  });
}

function collectionOf(anyValue: fc.Arbitrary<IppValue>): fc.Arbitrary<IppValue> {
  return fc.record({ tag: fc.constant(TAG.collection), value: fc.array(anyAttribute(anyValue), { maxLength: 3 }) });
}

const anyValue = fc.oneof(anyPlainValue, collectionOf(fc.oneof(anyPlainValue, collectionOf(anyPlainValue))));

const anyMessage: fc.Arbitrary<IppMessage> = fc.record({
  version: fc.constantFrom<IppMessage['version']>([1, 0], [1, 1], [2, 0], [2, 2]),
  code: fc.integer({ min: 0, max: 0xffff }),
  requestId: anyInt,
  groups: fc.array(
    fc.record({
      tag: fc.constantFrom(1, 2, 4, 5, 9, 15),
      attributes: fc.array(anyAttribute(anyValue), { maxLength: 4 }),
    }),
    { maxLength: 4 },
  ),
});

test('what was written is read back, whatever it was', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      expect(decodeMessage(encodeMessage(message))).toEqual(message);
    }),
    SETTINGS,
  );
});

test('a message that breaks off anywhere is none', () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(), (message, where) => {
      const bytes = encodeMessage(message);
      expect(decodeMessage(bytes.subarray(0, where % bytes.length))).toBeUndefined();
    }),
    SETTINGS,
  );
});

test('no bytes make the reader throw, neither by chance nor a message with some bytes changed', () => {
  const damaged = fc
    .tuple(anyMessage, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }))
    .map(([message, changes]) => {
      const bytes = encodeMessage(message);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return bytes;
    });
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const message = decodeMessage(bytes);
      expect(message === undefined || message.groups.length >= 0).toBe(true);
    }),
    SETTINGS,
  );
});
