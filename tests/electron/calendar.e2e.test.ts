import { expect, test } from 'vitest';
import { dateOf, daysBetween } from '../../domain/plain-date.ts';
import type { Call } from '../../electron/contract/commands.ts';
import { receive } from '../support/counter.ts';
import { Start } from '../support/counter-start.ts';

/** From the day that has the focus to one that lies `count` days later. */
async function goOn(start: Start, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const before = await start.focused();
    await start.press('ArrowRight');
    await expect.poll(() => start.focused()).not.toBe(before);
  }
}

test('a day off is added by keys, shows whose date it would move, and is published without moving any', async () => {
  const start = await Start.setUp();
  const call: Call = (...asked) => start.ask(...asked);
  const { dossier } = await receive(call, { procedureCode: '1.004873' });
  const at = dossier.appointment?.at;
  if (!at) throw new Error('no appointment');
  const today = dateOf((await start.ask('app.state', {})).now);

  await start.press('Control+Shift+l');
  await expect.poll(() => start.focused()).toBe(`day-${today}`);
  await goOn(start, daysBetween(today, dateOf(at)));
  expect(await start.focused()).toBe(`day-${dateOf(at)}`);
  await start.press('Enter');
  await expect.poll(() => start.focused()).toBe('day-act');
  await start.press('Enter');
  await start.screen.page.locator('[data-testid="day-act"][aria-invalid="true"]').waitFor();
  await start.screen.page.keyboard.type('Nghỉ bão');
  await start.press('Enter');
  await expect.poll(() => start.focused()).toBe(`day-${dateOf(at)}`);
  expect(await start.screen.at('calendar-changes').getAttribute('data-count')).toBe('1');

  await start.press('Control+Enter');
  await start.screen.at('publish-effects').waitFor();
  expect(await start.screen.at('publish-effects').getAttribute('data-count')).toBe('1');
  expect(await start.screen.at('publish-effects').innerText()).toContain(dossier.applicant?.name);
  await start.press('Control+Enter');
  await start.screen.page.locator('[data-testid="publish-reason"][aria-invalid="true"]').waitFor();
  await start.screen.page.keyboard.type('Thông báo số 12');
  await start.press('Control+Enter');
  await start.screen.at('calendar-published').waitFor();

  const published = await start.ask('calendar.get', {});
  expect(published.daysOff).toContainEqual({ date: dateOf(at), name: 'Nghỉ bão' });
  expect((await start.ask('dossier.get', { id: dossier.id }))?.appointment?.at).toBe(at);
  const next = (await receive(call, { procedureCode: '1.004873' })).dossier;
  expect(next.appointment?.calendarVersion).toBe(published.version);
  expect(next.appointment && dateOf(next.appointment.at) > dateOf(at)).toBe(true);

  // It is ordinary again with one key.
  await start.press('Enter');
  await expect.poll(() => start.focused()).toBe('day-act');
  await start.press('Enter');
  await expect.poll(() => start.screen.at('calendar-changes').getAttribute('data-count')).toBe('1');
  await start.press('Escape');
  await start.screen.at('screen-intake').waitFor();
});
