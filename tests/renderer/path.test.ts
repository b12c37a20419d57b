import { expect, test } from 'vitest';
import { type Path, pathBack, pathTo, screenOf, START } from '../../renderer/frame/path.ts';

const walk = (...screens: Parameters<typeof pathTo>[1][]): Path => screens.reduce(pathTo, START);

test('Esc leads back the way one came, to where the work is and no further', () => {
  const path = walk('list', 'sync');
  expect(screenOf(path)).toBe('sync');
  expect(screenOf(pathBack(path))).toBe('list');
  expect(screenOf(pathBack(pathBack(path)))).toBe('intake');
  expect(pathBack(START)).toEqual(START);
});

test('a screen on the way is gone back to, so that no way is longer than there are screens', () => {
  expect(walk('list', 'find', 'list')).toEqual(walk('list'));
  expect(walk('settings', 'backup', 'settings')).toEqual(walk('settings'));
  expect(walk('list', 'list')).toEqual(walk('list'));
});

test('a reception ends every way', () => {
  expect(walk('list', 'find', 'intake')).toEqual(START);
});
