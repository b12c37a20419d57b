import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { firstLine } from '../../renderer/morning/morning-lines.ts';
import { DOSSIER, Start } from '../support/counter-start.ts';

const PATIENT = { timeout: 15_000 };

/** The portal announces a form, without a hand on the keyboard. */
async function arrive(start: Start): Promise<void> {
  const noted = await start.ask('dossier.noteArrival', {
    commandId: randomUUID(),
    procedureCode: '1.001193',
    channel: 'online',
    arrivalNumber: 'H44-77',
    filedAt: (await start.ask('app.state', {})).now,
    applicant: { kind: 'person', name: 'Hà Thị Mơ', idNumber: '', phone: '', address: '' },
  });
  expect(noted.ok).toBe(true);
}

test('a morning: every line is counted as the store has it, and digits and arrows lead to each dossier', async () => {
  const start = await Start.setUp();
  const { screen } = start;
  const counted = (line: string) => screen.at(`line-${line}`).getAttribute('data-count');
  const rows = () => screen.at('screen-list').getByTestId('dossier-row');
  await screen.receive(DOSSIER);
  await screen.receive({ ...DOSSIER, name: 'Bùi Văn Thêm' });

  // The day begins with what is most urgent, and the hands are on its first dossier.
  await start.press('F5');
  const morning = await start.ask('dossier.morning', {});
  expect(morning.counts).toMatchObject({ today: 2, waiting: 2, late: 0, arrived: 0 });
  await expect.poll(() => start.focused()).toBe('dossier-row');
  const first = firstLine(morning);
  expect(await screen.at(`line-${first}`).getAttribute('aria-current')).toBe('true');
  for (const [line, count] of Object.entries(morning.counts)) expect(await counted(line)).toBe(String(count));
  await screen.at('morning-urgent').getByText('Không có hồ sơ quá hạn').waitFor();

  // What arrives meanwhile is counted at once, and nothing moves under the hands.
  await arrive(start);
  await expect.poll(() => counted('arrived')).toBe('1');
  expect(await start.focused()).toBe('dossier-row');
  await start.press('6');
  await expect.poll(() => rows().allInnerTexts()).toEqual([expect.stringContaining('Hà Thị Mơ')]);
  await start.press('1');
  await screen.page.getByText('Không có hồ sơ quá hạn', { exact: true }).waitFor();
  await expect.poll(() => start.focused()).toBe('line-late');
  await start.press('ArrowDown');
  expect(await start.focused()).toBe('line-due-today');

  await start.press('7');
  await expect.poll(() => rows().count()).toBe(2);
  await expect.poll(() => start.focused()).toBe('dossier-row');
  await start.press('ArrowDown');
  await start.press('Enter');
  await screen.at('dossier-panel').getByText(DOSSIER.name).first().waitFor();
  // Digits rest while a dossier is open.
  await start.press('1');
  await start.press('Escape');
  await screen.at('dossier-panel').waitFor({ state: 'detached' });
  expect(await screen.at('line-today').getAttribute('aria-current')).toBe('true');
  await expect.poll(() => start.focused()).toBe('dossier-row');
  await start.press('ArrowLeft');
  expect(await start.focused()).toBe('line-today');

  // A digit in a field is written; a slip that is scanned chooses no line.
  await start.press('F3');
  await screen.page.keyboard.type('1');
  expect(await start.valueOf('find-input')).toBe('1');
  await start.press('F5');
  const scanCode = start.inDatabase<string>(
    "SELECT state ->> '$.intake.scanCode' FROM dossier WHERE received_at <> ''",
  );
  await screen.scan(scanCode ?? '');
  await screen.scanAnswer();
  await start.press('F5');
  expect(await screen.at('line-today').getAttribute('aria-current')).toBe('true');

  // The other lines open their screens.
  await screen.at('line-sync').focus();
  await start.press('Enter');
  await screen.at('screen-sync').waitFor();
});

test('a line of more than 200 dossiers goes on below the last one shown', async () => {
  const start = await Start.setUp();
  const { screen } = start;
  for (let arrived = 0; arrived < 203; arrived += 1) await arrive(start);
  const rows = screen.at('screen-list').getByTestId('dossier-row');
  const isOnRow = (at: number) => rows.nth(at).evaluate((row) => row === document.activeElement);
  await start.press('F5');
  await screen.at('line-arrived').waitFor();
  await start.press('6');
  await expect.poll(() => rows.count(), PATIENT).toBe(200);
  await start.press('End');
  await expect.poll(() => rows.count(), PATIENT).toBe(203);
  await expect.poll(() => isOnRow(199), PATIENT).toBe(true);
  await start.press('ArrowDown');
  await expect.poll(() => isOnRow(200), PATIENT).toBe(true);
  await screen.at('more-rows').waitFor({ state: 'detached' });
  // Another line, and back: from its beginning again.
  await start.press('7');
  await screen.page.getByText('Hôm nay chưa nhận hồ sơ nào').waitFor();
  await start.press('6');
  await expect.poll(() => rows.count(), PATIENT).toBe(200);
  await expect.poll(() => isOnRow(0), PATIENT).toBe(true);
});
