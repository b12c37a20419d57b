import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateOf } from '../../domain/plain-date.ts';
import { type DossierId, parseDossierId } from '../../domain/scan-code.ts';
import type { CommandName, Input, Output } from '../../electron/contract/commands.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { dateText } from '../../renderer/text/format.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };
const MOST_FIELDS = 25;

const folder = mkdtempSync(path.join(os.tmpdir(), 'before-intake-'));
let printer: VirtualPrinter;
let counter: CounterApp;
let screen: CounterWindow;
let guided: DossierId;
let guidedCode: string;

beforeAll(async () => {
  printer = await startVirtualPrinter({ port: 0 });
  counter = await launchCounter({ dataFolder: path.join(folder, 'data') });
  screen = new CounterWindow(counter.window);
  await screen.setUp({ ...UNIT, station: '3', clerkName: 'Hà Thị Lan', printer });
});

afterAll(async () => {
  await counter.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (key: string) => screen.page.keyboard.press(key);
const type = (text: string) => screen.page.keyboard.insertText(text);
const focused = (testId: string) => screen.page.locator(`[data-testid="${testId}"]:focus`).waitFor();

/** What the core says, whatever stands on the screen. */
async function ask<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
  const envelope = await screen.page.evaluate(([command, given]) => window.counter?.call(command, given), [
    name,
    input,
  ] as const);
  if (!envelope?.ok) throw new Error(`the core did not answer ${name}`);
  // The contract's own answer, by way of the window's bridge.
  return envelope.output as Output<N>;
}

async function sidesOf(id: DossierId) {
  const sides = await ask('dossier.sides', { id });
  if (!sides) throw new Error('the core knows no such dossier');
  return sides;
}

/** Which dossier the element is about. */
async function dossierOf(testId: string): Promise<DossierId> {
  await screen.at(testId).waitFor();
  const id = parseDossierId((await screen.at(testId).getAttribute('data-id')) ?? '');
  if (!id) throw new Error(`no dossier at ${testId}`);
  return id;
}

/** By Enter, to the field. */
async function enterTo(testId: string): Promise<void> {
  const isThere = () =>
    screen.page.evaluate((id) => document.activeElement?.getAttribute('data-testid') === id, testId);
  for (let field = 0; field < MOST_FIELDS && !(await isThere()); field += 1) await press('Enter');
  await focused(testId);
}

/** The procedure and the name, from the empty form. */
async function beginIntake(procedure: string, name: string): Promise<void> {
  await focused('procedure-search');
  await type(procedure);
  await press('Enter');
  await focused('applicant-name');
  await type(name);
}

describe('what happens before a reception, by the keyboard alone', () => {
  test('nothing is guided while no procedure is chosen', async () => {
    await press('Control+b');
    await screen.at('needs-procedure').waitFor();
    expect(await screen.at('guide-dialog').count()).toBe(0);
  });

  test('a guidance without a name or a reason is refused at its field, and Esc asks before it drops what was typed', async () => {
    await beginIntake('kt', '');
    await press('Control+b');
    await focused('before-name');
    await press('Control+Enter');
    await screen.page.locator('[data-testid="before-name"][aria-invalid="true"]').waitFor();
    await type('Đinh Thị Mận');
    await enterTo('before-reason');
    await press('Control+Enter');
    await screen.page.locator('[data-testid="before-reason"][aria-invalid="true"]').waitFor();
    await type('Thiếu giấy tờ');
    await press('Escape');
    await screen.at('guide-leave').waitFor();
    await press('Escape');
    await screen.at('guide-dialog').waitFor({ state: 'detached' });
    expect(await screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
  });

  test('two papers are asked for: the slip goes to the printer, the form is put away', async () => {
    await press('Control+b');
    await screen.page.locator('[data-testid="act-missing-tick"]:focus').waitFor();
    await enterTo('act-missing-note');
    await type('Bản chụp bị mờ');
    // The other required papers are ticked too, and are in hand after all.
    for (const key of ['Enter', 'Space', 'Enter', 'Space']) await press(key);
    await enterTo('act-missing-other');
    await type('Giấy xác nhận cư trú');
    await enterTo('before-reason');
    await type('Thiếu giấy tờ theo quy định');
    await press('Control+Enter');
    guided = await dossierOf('told');
    guidedCode = (await screen.at('told-scan-code').innerText()).replace(/\D/g, '');
    const { business, dossier } = await sidesOf(guided);
    expect(business).toBe('supplement-before-intake');
    expect(dossier.applicant?.name).toBe('Đinh Thị Mận');
    expect(dossier.guidance?.missing).toMatchObject([
      { note: 'Bản chụp bị mờ' },
      { id: '', name: 'Giấy xác nhận cư trú' },
    ]);
    const jobs = await ask('print.jobs', {});
    expect(jobs.filter(({ dossierId }) => dossierId === guided).map(({ paper }) => paper)).toContain('supplement-slip');
    await expect.poll(() => ask('draft.find', {})).toBeNull();
  });

  test('the next form is empty', async () => {
    await focused('next-dossier');
    await press('Enter');
    await focused('procedure-search');
    expect(await screen.at('applicant-name').inputValue()).toBe('');
  });

  test('an intake is refused on a ground that was chosen', async () => {
    await beginIntake('ks', 'Hà Văn Thắng');
    await press('Control+e');
    await focused('ground-not-competent');
    await press('Control+Enter');
    await screen.page.locator('[data-testid="ground-not-competent"][aria-invalid="true"]').waitFor();
    await press('ArrowDown');
    await focused('ground-not-eligible');
    await enterTo('before-reason');
    await type('Đã đăng ký khai sinh ở nơi khác');
    await press('Control+Enter');
    const refused = await dossierOf('told');
    const { business, dossier } = await sidesOf(refused);
    expect(business).toBe('intake-refused');
    expect(dossier.intakeRefusal).toMatchObject({ ground: 'not-eligible', reason: 'Đã đăng ký khai sinh ở nơi khác' });
    await focused('next-dossier');
    await press('Enter');
  });

  test('the citizen comes back: the slip leads to the reception under its own code, and what is being typed waits', async () => {
    await beginIntake('ks', 'Bùi Văn Dở');
    await screen.scan(guidedCode);
    await screen.waitForAnswer('not-to-hand-over');
    await screen.at('receive-card').waitFor();
    await press('F2');
    expect(await dossierOf('standing')).toBe(guided);
    await screen.at('procedure-chosen').waitFor();
    expect(await screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
    await screen.at('draft-line').waitFor();
    await expect.poll(async () => (await ask('draft.find', {}))?.content).toContain(guided);
  });

  test('it is received with its papers, and stands under the code of its slip', async () => {
    await press('Control+g');
    await enterTo('applicant-phone');
    await type('0912345678');
    await enterTo('applicant-address');
    await type('Khu 3');
    await screen.at('appointment').waitFor();
    expect((await screen.commitIntake()).scanCode).toBe(guidedCode);
    const { business, dossier } = await sidesOf(guided);
    expect(business).toBe('received');
    expect(dossier.trail.map(({ kind }) => kind)).toEqual(['supplement-guided', 'received']);
  });

  test('what was being typed comes back', async () => {
    await press('Enter');
    await press('Control+d');
    await expect.poll(() => screen.at('applicant-name').inputValue()).toBe('Bùi Văn Dở');
    expect(await screen.at('standing').count()).toBe(0);
  });

  test('something came by post: it is noted with when it came, and waits', async () => {
    await press('F5');
    await screen.at('screen-list').waitFor();
    await press('Digit6');
    await screen.page.locator('[data-testid="line-arrived"][aria-current="true"]').waitFor();
    await press('Control+o');
    await screen.page.locator('[data-testid="arrival-dialog"] [data-testid="procedure-search"]:focus').waitFor();
    await type('ks');
    await press('Enter');
    await screen.page.locator('[data-testid="arrival-channel"] input:focus').waitFor({ state: 'attached' });
    await press('ArrowRight');
    await enterTo('arrival-number');
    await type('EV123456789VN');
    await enterTo('arrival-filed-at');
    await type('31/12/2099 08:00');
    await enterTo('before-name');
    await type('Hà Thị Mơ');
    await press('Control+Enter');
    await screen.page.locator('[data-testid="arrival-filed-at"][aria-invalid="true"]:focus').waitFor();
    await press('Control+a');
    const today = dateOf((await ask('app.state', {})).now);
    await type(`${dateText(today)} 0:01`);
    await press('Control+Enter');
    const { business, dossier } = await sidesOf(await dossierOf('arrival-done'));
    expect(business).toBe('awaiting-intake');
    expect(dossier.filing).toMatchObject({
      channel: 'post',
      arrivalNumber: 'EV123456789VN',
      filedAt: `${today}T00:01`,
      applicant: { name: 'Hà Thị Mơ' },
    });
    await press('Escape');
    await screen.at('arrival-done').waitFor({ state: 'detached' });
  });

  test('it is received from the list, by the channel it came', async () => {
    await screen.at('screen-list').getByTestId('dossier-row').waitFor();
    await press('ArrowRight');
    await screen.page.locator('[data-testid="dossier-row"]:focus').waitFor();
    await press('Enter');
    const arrived = await dossierOf('dossier-panel');
    await screen.at('dossier-panel').getByTestId('to-receive').waitFor();
    await press('F2');
    expect(await dossierOf('standing')).toBe(arrived);
    await screen.at('procedure-chosen').waitFor();
    // The keys of the form rest until the panel is gone.
    await screen.page.locator('[role="dialog"]').waitFor({ state: 'detached' });
    await press('Control+g');
    await expect
      .poll(() => screen.page.locator('.papers input:checked').count(), { timeout: 10_000 })
      .toBeGreaterThan(0);
    await enterTo('applicant-phone');
    await type('0987654321');
    await enterTo('applicant-address');
    await type('Khu 5');
    await screen.at('appointment').waitFor();
    await screen.commitIntake();
    const { business, dossier } = await sidesOf(arrived);
    expect(business).toBe('received');
    expect(dossier.intake?.channel).toBe('post');
  });
});
