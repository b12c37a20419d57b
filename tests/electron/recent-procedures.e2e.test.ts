import { expect, test } from 'vitest';
import { DOSSIER, Start } from '../support/counter-start.ts';

const OTHER = { ...DOSSIER, procedure: 'kt', name: 'Hà Văn Thắng' };

test('before anything is typed the procedures used last are chosen by their key or by the arrows', async () => {
  const start = await Start.setUp();
  const { screen } = start;
  const { page } = screen;
  const chosen = () => screen.at('procedure-chosen').getAttribute('data-code');
  await screen.receive(DOSSIER);
  await screen.receive(OTHER);
  const [last, before] = await start.ask('procedure.lastUsed', {});

  await start.press('F2');
  await page.locator('[data-testid="procedure-search"]:focus').waitFor();
  await screen.at('procedure-recent').waitFor();
  await start.press('Control+2');
  expect(await chosen()).toBe(before);
  await page.locator('[data-testid="applicant-name"]:focus').waitFor();

  await screen.at('procedure-change').click();
  await page.locator('[data-testid="procedure-search"]:focus').waitFor();
  await start.press('ArrowDown');
  await start.press('Enter');
  await screen.at('procedure-chosen').waitFor();
  expect(await chosen()).toBe(last);

  await screen.at('procedure-change').click();
  await page.locator('[data-testid="procedure-search"]:focus').waitFor();
  await page.keyboard.type('khai tu');
  await start.press('Control+1');
  expect(await screen.at('procedure-search').inputValue()).toBe('khai tu');
});
