import { expect, test } from 'vitest';
import { isKey, keyNames, KEYS } from '../../renderer/keys.ts';
import { KEY_TEXTS } from '../../renderer/text/vi.ts';

function event(code: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) {
  return { code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

/** Ctrl and a digit: in Tìm the filters, on the reception the last procedures. The two are never up together. */
const SHARES_ITS_KEY = 'recentProcedure';

test('no two acts that may be up together have the same key', () => {
  const others = keyNames().filter((name) => name !== SHARES_ITS_KEY);
  const chords = others.flatMap((name) => {
    const { codes, ctrl, shift } = KEYS[name];
    return codes.map((code) => `${ctrl} ${shift} ${code}`);
  });
  expect(new Set(chords).size).toBe(chords.length);
});

test('the keys of the system stay the system’s', () => {
  const taken = keyNames().flatMap((name) => KEYS[name].codes);
  expect(taken).not.toContain('F10');
  expect(taken).not.toContain('F11');
  expect(taken).not.toContain('F12');
  expect(keyNames().some((name) => isKey(name, event('F2', { altKey: true })))).toBe(false);
});

test('Enter alone, with Ctrl and with Ctrl+Shift are three different acts, on the number pad too', () => {
  for (const code of ['Enter', 'NumpadEnter']) {
    expect(isKey('nextField', event(code))).toBe(true);
    expect(isKey('commit', event(code, { ctrlKey: true }))).toBe(true);
    expect(isKey('commitAndNext', event(code, { ctrlKey: true, shiftKey: true }))).toBe(true);
  }
});

test('a letter without Ctrl is only a letter', () => {
  expect(keyNames().some((name) => isKey(name, event('KeyG')))).toBe(false);
  expect(isKey('tickUsualPapers', event('KeyG', { ctrlKey: true }))).toBe(true);
});

test('every command has a key and a Vietnamese name, and no two are called the same', () => {
  expect(Object.keys(KEY_TEXTS).toSorted()).toEqual(keyNames().toSorted());
  for (const name of keyNames()) {
    expect(KEYS[name].codes.length, name).toBeGreaterThan(0);
    expect(KEYS[name].label, name).not.toBe('');
    expect(KEY_TEXTS[name], name).toMatch(/[à-ỹđ]/iu);
  }
  expect(new Set(Object.values(KEY_TEXTS)).size).toBe(keyNames().length);
});
