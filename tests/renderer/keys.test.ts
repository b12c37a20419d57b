import { expect, test } from 'vitest';
import { keyNames, keyPressed, KEYS } from '../../renderer/keys.ts';

function event(code: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) {
  return { code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

test('no two acts have the same key', () => {
  const chords = keyNames().flatMap((name) => {
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
  expect(keyPressed(event('F2', { altKey: true }))).toBeUndefined();
});

test('Enter alone, with Ctrl and with Ctrl+Shift are three different acts, on the number pad too', () => {
  for (const code of ['Enter', 'NumpadEnter']) {
    expect(keyPressed(event(code))).toBe('nextField');
    expect(keyPressed(event(code, { ctrlKey: true }))).toBe('commit');
    expect(keyPressed(event(code, { ctrlKey: true, shiftKey: true }))).toBe('commitAndNext');
  }
});

test('a letter without Ctrl is only a letter', () => {
  expect(keyPressed(event('KeyG'))).toBeUndefined();
  expect(keyPressed(event('KeyG', { ctrlKey: true }))).toBe('tickUsualPapers');
});
