import { expect, test } from 'vitest';
import { canonicalJson } from '../../domain/canonical-json.ts';

test('keys stand in the order of their code units, at every depth, without white space', () => {
  expect(canonicalJson({ b: 1, a: { d: [{ z: 1, y: 2 }], c: null } })).toBe(
    '{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}',
  );
  expect(canonicalJson({ ă: 1, z: 2, Z: 3, '10': 4, '9': 5 })).toBe('{"10":4,"9":5,"Z":3,"z":2,"ă":1}');
});

test('the order in which members were written changes nothing', () => {
  expect(canonicalJson({ x: 1, y: 2 })).toBe(canonicalJson({ y: 2, x: 1 }));
});

test('the order of a list is kept', () => {
  expect(canonicalJson([2, 1])).toBe('[2,1]');
});

test('a member that is undefined is left out, so that a value and its JSON have one text', () => {
  const value = { fee: { amountVnd: undefined, per: 'dossier' }, list: [undefined, 1] };
  expect(canonicalJson(value)).toBe('{"fee":{"per":"dossier"},"list":[null,1]}');
  expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
});

test('texts are escaped as JSON escapes them, Vietnamese letters stay', () => {
  expect(canonicalJson('Đượm "Mơ"\n')).toBe(String.raw`"Đượm \"Mơ\"\n"`);
});

test.each([
  [null, 'null'],
  [true, 'true'],
  [-0, '0'],
  [1.5e21, '1.5e+21'],
  [{}, '{}'],
  [[], '[]'],
])('%s is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('what it writes is JSON that says the same', () => {
  const value = { a: [1, { b: 'ợ', c: false }], d: -2.5 };
  expect(JSON.parse(canonicalJson(value))).toEqual(value);
});
