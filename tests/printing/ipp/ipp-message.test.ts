import ipp from 'ipp';
import { describe, expect, test } from 'vitest';
import { decodeMessage } from '../../../printing/ipp/decode-message.ts';
import { encodeMessage } from '../../../printing/ipp/encode-message.ts';
import {
  collectionAttribute,
  integerAttribute,
  type IppGroup,
  type IppMessage,
  nameAttribute,
  numberOf,
  TAG,
  textAttribute,
  textsOf,
  valuesOf,
} from '../../../printing/ipp/ipp-message.ts';

function message(...groups: readonly IppGroup[]): IppMessage {
  return { version: [2, 0], code: 0x0002, requestId: 7, groups };
}

const OPERATION_GROUP: IppGroup = {
  tag: TAG.operationGroup,
  attributes: [
    textAttribute(TAG.charset, 'attributes-charset', 'utf-8'),
    textAttribute(TAG.naturalLanguage, 'attributes-natural-language', 'vi'),
    textAttribute(TAG.uri, 'printer-uri', 'ipp://[fe80::1]:631/ipp/print'),
    nameAttribute('job-name', 'Mẫu số 01 – Giấy tiếp nhận'),
    textAttribute(TAG.keyword, 'requested-attributes', 'printer-state', 'media-supported', 'printer-name'),
  ],
};

/** Only what has a frame: the bytes between the head and the end are the test's. */
function framed(...bytes: readonly number[]): Uint8Array {
  return Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 1, ...bytes);
}

describe('the same message for us and for another program', () => {
  test('what we write, npm ipp reads as it was meant: languages, several values, numbers, sizes in a collection', () => {
    const bytes = encodeMessage(
      message(OPERATION_GROUP, {
        tag: TAG.jobGroup,
        attributes: [
          textAttribute(TAG.keyword, 'sides', 'one-sided'),
          integerAttribute('copies', 2),
          collectionAttribute('media-col', [
            collectionAttribute('media-size', [
              integerAttribute('x-dimension', 14_800),
              integerAttribute('y-dimension', 21_000),
            ]),
            textAttribute(TAG.keyword, 'media-type', 'stationery'),
          ]),
        ],
      }),
    );
    expect(ipp.parse(Buffer.from(bytes))).toEqual({
      version: '2.0',
      operation: 'Print-Job',
      statusCode: 'successful-ok-conflicting-attributes',
      id: 7,
      'operation-attributes-tag': {
        'attributes-charset': 'utf-8',
        'attributes-natural-language': 'vi',
        'printer-uri': 'ipp://[fe80::1]:631/ipp/print',
        'job-name': 'Mẫu số 01 – Giấy tiếp nhận',
        'requested-attributes': ['printer-state', 'media-supported', 'printer-name'],
      },
      'job-attributes-tag': {
        sides: 'one-sided',
        copies: 2,
        'media-col': { 'media-size': { 'x-dimension': 14_800, 'y-dimension': 21_000 }, 'media-type': 'stationery' },
      },
    });
  });

  test('what npm ipp writes, we read as it was meant', () => {
    const bytes = ipp.serialize({
      version: '1.1',
      statusCode: 'client-error-not-possible',
      id: 300_000,
      'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'vi' },
      'printer-attributes-tag': {
        'printer-name': 'Máy in tầng 2',
        'printer-state': 'stopped',
        'printer-state-reasons': ['media-empty-error', 'cover-open'],
        'printer-is-accepting-jobs': false,
        'printer-up-time': 2_000_000_000,
        'media-supported': ['iso_a5_148x210mm', 'iso_a4_210x297mm'],
      },
    });
    const read = decodeMessage(bytes);
    if (!read) throw new Error('not read');
    expect([read.version, read.code, read.requestId]).toEqual([[1, 1], 0x0404, 300_000]);
    expect(textsOf(read, TAG.printerGroup, 'printer-name')).toEqual(['Máy in tầng 2']);
    expect(numberOf(read, TAG.printerGroup, 'printer-state')).toBe(5);
    expect(textsOf(read, TAG.printerGroup, 'printer-state-reasons')).toEqual(['media-empty-error', 'cover-open']);
    expect(valuesOf(read, TAG.printerGroup, 'printer-is-accepting-jobs')).toEqual([false]);
    expect(numberOf(read, TAG.printerGroup, 'printer-up-time')).toBe(2_000_000_000);
    expect(textsOf(read, TAG.printerGroup, 'media-supported')).toEqual(['iso_a5_148x210mm', 'iso_a4_210x297mm']);
    expect(textsOf(read, TAG.jobGroup, 'printer-name')).toEqual([]);
  });

  test('a collection that npm ipp writes is read with its members', () => {
    const size = { 'x-dimension': 14_800, 'y-dimension': 21_000 };
    const bytes = ipp.serialize({
      version: '2.0',
      operation: 'Print-Job',
      id: 1,
      'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en' },
      'job-attributes-tag': { 'media-col': { 'media-size': size }, copies: 3 },
    });
    const read = decodeMessage(bytes);
    expect(read?.groups[1]?.attributes).toEqual([
      collectionAttribute('media-col', [
        collectionAttribute('media-size', [
          integerAttribute('x-dimension', 14_800),
          integerAttribute('y-dimension', 21_000),
        ]),
      ]),
      integerAttribute('copies', 3),
    ]);
  });
});

describe('values of every kind', () => {
  test('a text with a language of its own is read as its text', () => {
    const bytes = encodeMessage(
      message({
        tag: TAG.printerGroup,
        attributes: [textAttribute(TAG.nameWithLanguage, 'printer-name', 'Máy in')],
      }),
    );
    const read = decodeMessage(bytes);
    expect(read && textsOf(read, TAG.printerGroup, 'printer-name')).toEqual(['Máy in']);
  });

  test('"there is none" has no value, and what this program has no use for stays bytes', () => {
    const resolution = Uint8Array.of(0, 0, 1, 0x2c, 0, 0, 1, 0x2c, 3);
    const attributes = [
      { name: 'media-ready', values: [{ tag: 0x13, value: undefined }] },
      { name: 'printer-resolution', values: [{ tag: 0x32, value: resolution }] },
    ];
    const read = decodeMessage(encodeMessage(message({ tag: TAG.printerGroup, attributes })));
    expect(read?.groups[0]?.attributes).toEqual(attributes);
  });

  test('a number of the wrong length is kept as bytes and spoils nothing behind it', () => {
    const read = decodeMessage(
      framed(0x04, 0x21, 0, 1, 0x61, 0, 2, 5, 6, 0x44, 0, 1, 0x62, 0, 1, 0x63, TAG.endOfAttributes),
    );
    expect(read?.groups[0]?.attributes).toEqual([
      { name: 'a', values: [{ tag: TAG.integer, value: Uint8Array.of(5, 6) }] },
      textAttribute(TAG.keyword, 'b', 'c'),
    ]);
  });

  test('a negative number stays negative', () => {
    const attributes = [integerAttribute('job-impressions', -2)];
    const read = decodeMessage(encodeMessage(message({ tag: TAG.jobGroup, attributes })));
    expect(read?.groups[0]?.attributes).toEqual(attributes);
  });

  test('a name that is too long is cut between two letters, and control characters become spaces', () => {
    const [value] = nameAttribute('job-name', `a\n${'ế'.repeat(100)}`).values;
    expect(value?.value).toBe(`a ${'ế'.repeat(84)}`);
  });
});

describe('bytes that are no message', () => {
  test.each([
    ['nothing', Uint8Array.of()],
    ['a head alone', framed()],
    ['a head that breaks off', Uint8Array.of(2, 0, 0, 0, 0)],
    ['a web page', Uint8Array.from(Buffer.from('<!DOCTYPE html><title>Printer</title>'))],
    ['a version of the future', Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 1, 3)],
    ['no end', framed(0x01)],
    ['a group without a name', framed(0x00, 0x03)],
    ['a value before any group', framed(0x44, 0, 1, 0x61, 0, 1, 0x62, 0x03)],
    ['a length beyond the end', framed(0x01, 0x44, 0, 1, 0x61, 0x7f, 0xff, 0x62, 0x03)],
    ['a name of 65,535 bytes', framed(0x01, 0x44, 0xff, 0xff, 0x61, 0, 0, 0x03)],
    ['a further value of no attribute', framed(0x01, 0x44, 0, 0, 0, 1, 0x62, 0x03)],
    ['a collection without its end', framed(0x01, 0x34, 0, 1, 0x61, 0, 0, 0x03)],
    ['the end of no collection', framed(0x01, 0x37, 0, 1, 0x61, 0, 0, 0x03)],
    [
      'a value of no member',
      framed(0x01, 0x34, 0, 1, 0x61, 0, 0, 0x21, 0, 0, 0, 4, 0, 0, 0, 1, 0x37, 0, 0, 0, 0, 0x03),
    ],
  ])('%s', (_, bytes) => {
    expect(decodeMessage(bytes)).toBeUndefined();
  });

  test('collections that only open, 200,000 deep', () => {
    const opening = [TAG.memberName, 0, 0, 0, 1, 0x61, TAG.collection, 0, 0, 0, 0];
    const depth = 200_000;
    const bytes = new Uint8Array(16 + opening.length * depth);
    bytes.set(framed(0x01, TAG.collection, 0, 1, 0x61, 0, 0));
    for (let at = 15; at + opening.length < bytes.length; at += opening.length) bytes.set(opening, at);
    expect(decodeMessage(bytes)).toBeUndefined();
  });
});
