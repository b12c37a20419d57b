import { expect, test } from 'vitest';
import { SCREEN_KEYS } from '../../renderer/frame/screens.ts';
import { matching, paletteCommands } from '../../renderer/palette/commands.ts';

const FRAME = Object.values(SCREEN_KEYS);

function namesOf(...[answered, screen]: Parameters<typeof paletteCommands>): readonly string[] {
  return paletteCommands(answered, screen).map(({ name }) => name);
}

test('only what somebody listens to is offered, the screens first', () => {
  const offered = namesOf(['commit', 'find', 'camera', 'list'], 'intake');
  expect(offered).toEqual(['find', 'list', 'commit', 'camera']);
});

test('the screen that is up is offered only where its key does more than bring it up', () => {
  expect(namesOf(FRAME, 'list')).not.toContain('list');
  expect(namesOf([...FRAME, 'book'], 'book')).toContain('book');
});

test('the list never offers itself, nor the keys of whatever has the focus', () => {
  expect(namesOf(['palette', 'nextField', 'chooseLine', 'help'], 'intake')).toEqual(['help']);
});

test('words without marks find a command by its name, and its key finds it too', () => {
  const all = paletteCommands([...FRAME, 'camera', 'signOut'], 'intake');
  const found = (query: string): readonly string[] => matching(all, query).map(({ name }) => name);
  expect(found('sao luu')).toEqual(['backup']);
  expect(found('DANG xuat')).toEqual(['signOut']);
  expect(found('may quet')).toContain('printing');
  expect(found('f9')).toEqual(['sync']);
  expect(found('')).toHaveLength(all.length);
  expect(found('không có gì')).toEqual([]);
});
