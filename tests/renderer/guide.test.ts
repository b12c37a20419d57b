import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { chapterIds, PICTURES } from '../../renderer/guide/chapters.ts';
import { LIST_KEYS } from '../../renderer/keys.ts';
import { CHAPTERS } from '../../renderer/text/guide.ts';

test('every chapter of the guide has a key of its own', () => {
  expect(chapterIds().length).toBeLessThanOrEqual(LIST_KEYS.length);
});

test('every chapter that says what to do has a picture, and the picture is there', () => {
  for (const id of chapterIds().filter((chapter) => CHAPTERS[chapter].steps.length > 0)) {
    const picture = PICTURES[id];
    expect(picture, id).toBeDefined();
    expect(existsSync(fileURLToPath(picture ?? '')), id).toBe(true);
  }
});
