import { expect, test } from 'vitest';
import type { Call } from '../../electron/contract/commands.ts';
import { receive } from '../support/counter.ts';
import { Start } from '../support/counter-start.ts';

async function typeOver(start: Start, text: string): Promise<void> {
  await start.press('Control+a');
  await start.screen.page.keyboard.type(text);
}

test('the hours of the office and what the council asks for are typed, mended and saved by keys alone', async () => {
  const start = await Start.setUp();
  const call: Call = (...asked) => start.ask(...asked);
  await start.press('Control+Shift+o');
  await expect.poll(() => start.focused()).toBe('hours.0');
  await typeOver(start, '7h30');
  await start.press('Enter');
  expect(await start.focused()).toBe('hours.1');
  await typeOver(start, 'trưa');
  await start.press('Control+Enter');
  // What is wrong has the hands, and nothing that was typed is gone.
  await start.screen.at('unit-rules-refusal').waitFor();
  await expect.poll(() => start.focused()).toBe('hours.1');
  expect(await start.valueOf('hours.0')).toBe('7h30');
  await typeOver(start, '11:30');
  for (const next of ['hours.2', 'hours.3', 'amount-1.001193-duty']) {
    await start.press('Enter');
    await expect.poll(() => start.focused()).toBe(next);
  }
  await typeOver(start, '8.000');
  await start.press('Control+Enter');
  await start.screen.at('unit-rules-done').waitFor();

  const rules = await start.ask('unitRules.get', {});
  expect(rules.hours.morning).toEqual({ from: 450, until: 690 });
  expect(rules.councilAmounts).toEqual({ '1.001193': { duty: 8_000 } });
  // In the words of the program again.
  await expect.poll(() => start.valueOf('hours.0')).toBe('7:30');
  const { dossier } = await receive(call, { procedureCode: '1.001193' });
  expect(dossier.intake?.fees?.lines).toMatchObject([{ ruleId: 'duty', amountVnd: 8_000 }]);

  await start.press('Control+t');
  await start.screen.page.keyboard.type('ks');
  await start.screen.page.locator('[data-testid="procedure-sheet"][data-code="1.001193"]').waitFor();
  await expect.poll(() => start.screen.at('procedure-sheet').innerText()).toContain('Lệ phí hộ tịch: 8.000 đ');
});
