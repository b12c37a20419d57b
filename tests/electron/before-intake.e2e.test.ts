import { describe, expect, test } from 'vitest';
import { dateOf } from '../../domain/plain-date.ts';
import { type DossierId, parseDossierId } from '../../domain/scan-code.ts';
import { dateText } from '../../renderer/text/format.ts';
import { Desk } from '../support/desk.ts';

const desk = Desk.forThisFile();
let guided: DossierId;
let guidedCode: string;

async function sidesOf(id: DossierId) {
  const sides = await desk.ask('dossier.sides', { id });
  if (!sides) throw new Error('the core knows no such dossier');
  return sides;
}

/** Which dossier the element is about. */
async function dossierOf(testId: string): Promise<DossierId> {
  await desk.screen.at(testId).waitFor();
  const id = parseDossierId((await desk.screen.at(testId).getAttribute('data-id')) ?? '');
  if (!id) throw new Error(`no dossier at ${testId}`);
  return id;
}

/** The procedure and the name, from the empty form. */
async function beginIntake(procedure: string, name: string): Promise<void> {
  await desk.hands.at('procedure-search');
  await desk.hands.type(procedure);
  await desk.hands.press('Enter');
  await desk.hands.at('applicant-name');
  await desk.hands.type(name);
}

describe('what happens before a reception, by the keyboard alone', () => {
  test('nothing is guided while no procedure is chosen', async () => {
    await desk.hands.press('Control+b');
    await desk.screen.at('needs-procedure').waitFor();
    expect(await desk.screen.at('guide-dialog').count()).toBe(0);
  });

  test('a guidance without a name or a reason is refused at its field, and Esc asks before it drops what was typed', async () => {
    await beginIntake('kt', '');
    await desk.hands.press('Control+b');
    await desk.hands.at('before-name');
    await desk.hands.press('Control+Enter');
    await desk.screen.page.locator('[data-testid="before-name"][aria-invalid="true"]').waitFor();
    await desk.hands.type('Đinh Thị Mận');
    await desk.hands.enterTo('before-reason');
    await desk.hands.press('Control+Enter');
    await desk.screen.page.locator('[data-testid="before-reason"][aria-invalid="true"]').waitFor();
    await desk.hands.type('Thiếu giấy tờ');
    await desk.hands.press('Escape');
    await desk.screen.at('guide-leave').waitFor();
    await desk.hands.press('Escape');
    await desk.screen.at('guide-dialog').waitFor({ state: 'detached' });
    expect(await desk.screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
  });

  test('two papers are asked for: the slip goes to the printer, the form is put away', async () => {
    await desk.hands.press('Control+b');
    await desk.screen.page.locator('[data-testid="act-missing-tick"]:focus').waitFor();
    await desk.hands.enterTo('act-missing-note');
    await desk.hands.type('Bản chụp bị mờ');
    // The other required papers are ticked too, and are in hand after all.
    for (const key of ['Enter', 'Space', 'Enter', 'Space']) await desk.hands.press(key);
    await desk.hands.enterTo('act-missing-other');
    await desk.hands.type('Giấy xác nhận cư trú');
    await desk.hands.enterTo('before-reason');
    await desk.hands.type('Thiếu giấy tờ theo quy định');
    await desk.hands.press('Control+Enter');
    guided = await dossierOf('told');
    guidedCode = (await desk.screen.at('told-scan-code').innerText()).replace(/\D/g, '');
    const { business, dossier } = await sidesOf(guided);
    expect(business).toBe('supplement-before-intake');
    expect(dossier.applicant?.name).toBe('Đinh Thị Mận');
    expect(dossier.guidance?.missing).toMatchObject([
      { note: 'Bản chụp bị mờ' },
      { id: '', name: 'Giấy xác nhận cư trú' },
    ]);
    const jobs = await desk.ask('print.jobs', {});
    expect(jobs.filter(({ dossierId }) => dossierId === guided).map(({ paper }) => paper)).toContain('supplement-slip');
    await expect.poll(() => desk.ask('draft.find', {})).toBeNull();
  });

  test('the next form is empty', async () => {
    await desk.hands.at('next-dossier');
    await desk.hands.press('Enter');
    await desk.hands.at('procedure-search');
    expect(await desk.screen.at('applicant-name').inputValue()).toBe('');
  });

  test('an intake is refused on a ground that was chosen', async () => {
    await beginIntake('ks', 'Hà Văn Thắng');
    await desk.hands.press('Control+e');
    await desk.hands.at('ground-not-competent');
    await desk.hands.press('Control+Enter');
    await desk.screen.page.locator('[data-testid="ground-not-competent"][aria-invalid="true"]').waitFor();
    await desk.hands.press('ArrowDown');
    await desk.hands.at('ground-not-eligible');
    await desk.hands.enterTo('before-reason');
    await desk.hands.type('Đã đăng ký khai sinh ở nơi khác');
    await desk.hands.press('Control+Enter');
    const refused = await dossierOf('told');
    const { business, dossier } = await sidesOf(refused);
    expect(business).toBe('intake-refused');
    expect(dossier.intakeRefusal).toMatchObject({ ground: 'not-eligible', reason: 'Đã đăng ký khai sinh ở nơi khác' });
    await desk.hands.at('next-dossier');
    await desk.hands.press('Enter');
  });

  test('the citizen comes back: the slip leads to the reception under its own code, and what is being typed waits', async () => {
    await beginIntake('ks', 'Bùi Văn Dở');
    await desk.screen.scan(guidedCode);
    await desk.screen.waitForAnswer('not-to-hand-over');
    await desk.screen.at('receive-card').waitFor();
    await desk.hands.press('F2');
    expect(await dossierOf('standing')).toBe(guided);
    await desk.screen.at('procedure-chosen').waitFor();
    expect(await desk.screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
    await desk.screen.at('draft-line').waitFor();
    await expect.poll(async () => (await desk.ask('draft.find', {}))?.content).toContain(guided);
  });

  test('it is received with its papers, and stands under the code of its slip', async () => {
    await desk.hands.press('Control+g');
    await desk.hands.enterTo('applicant-phone');
    await desk.hands.type('0912345678');
    await desk.hands.enterTo('applicant-address');
    await desk.hands.type('Khu 3');
    await desk.screen.at('appointment').waitFor();
    expect((await desk.screen.commitIntake()).scanCode).toBe(guidedCode);
    const { business, dossier } = await sidesOf(guided);
    expect(business).toBe('received');
    expect(dossier.trail.map(({ kind }) => kind)).toEqual(['supplement-guided', 'received']);
  });

  test('what was being typed comes back', async () => {
    await desk.hands.press('Enter');
    await desk.hands.press('Control+d');
    await expect.poll(() => desk.screen.at('applicant-name').inputValue()).toBe('Bùi Văn Dở');
    expect(await desk.screen.at('standing').count()).toBe(0);
  });

  test('something came by post: it is noted with when it came, and waits', async () => {
    await desk.hands.press('F5');
    await desk.screen.at('screen-list').waitFor();
    await desk.hands.press('Digit6');
    await desk.screen.page.locator('[data-testid="line-arrived"][aria-current="true"]').waitFor();
    await desk.hands.press('Control+o');
    await desk.screen.page.locator('[data-testid="arrival-dialog"] [data-testid="procedure-search"]:focus').waitFor();
    await desk.hands.type('ks');
    await desk.hands.press('Enter');
    await desk.screen.page.locator('[data-testid="arrival-channel"] input:focus').waitFor({ state: 'attached' });
    await desk.hands.press('ArrowRight');
    await desk.hands.enterTo('arrival-number');
    await desk.hands.type('EV123456789VN');
    await desk.hands.enterTo('arrival-filed-at');
    await desk.hands.type('31/12/2099 08:00');
    await desk.hands.enterTo('before-name');
    await desk.hands.type('Hà Thị Mơ');
    await desk.hands.press('Control+Enter');
    await desk.screen.page.locator('[data-testid="arrival-filed-at"][aria-invalid="true"]:focus').waitFor();
    await desk.hands.press('Control+a');
    const today = dateOf((await desk.ask('app.state', {})).now);
    await desk.hands.type(`${dateText(today)} 0:01`);
    await desk.hands.press('Control+Enter');
    const { business, dossier } = await sidesOf(await dossierOf('arrival-done'));
    expect(business).toBe('awaiting-intake');
    expect(dossier.filing).toMatchObject({
      channel: 'post',
      arrivalNumber: 'EV123456789VN',
      filedAt: `${today}T00:01`,
      applicant: { name: 'Hà Thị Mơ' },
    });
    await desk.hands.press('Escape');
    await desk.screen.at('arrival-done').waitFor({ state: 'detached' });
  });

  test('it is received from the list, by the channel it came', async () => {
    await desk.screen.at('screen-list').getByTestId('dossier-row').waitFor();
    await desk.hands.press('ArrowRight');
    await desk.screen.page.locator('[data-testid="dossier-row"]:focus').waitFor();
    await desk.hands.press('Enter');
    const arrived = await dossierOf('dossier-panel');
    await desk.screen.at('dossier-panel').getByTestId('to-receive').waitFor();
    await desk.hands.press('F2');
    expect(await dossierOf('standing')).toBe(arrived);
    await desk.screen.at('procedure-chosen').waitFor();
    // The keys of the form rest until the panel is gone.
    await desk.screen.page.locator('[role="dialog"]').waitFor({ state: 'detached' });
    await desk.hands.press('Control+g');
    await expect
      .poll(() => desk.screen.page.locator('.papers input:checked').count(), { timeout: 10_000 })
      .toBeGreaterThan(0);
    await desk.hands.enterTo('applicant-phone');
    await desk.hands.type('0987654321');
    await desk.hands.enterTo('applicant-address');
    await desk.hands.type('Khu 5');
    await desk.screen.at('appointment').waitFor();
    await desk.screen.commitIntake();
    const { business, dossier } = await sidesOf(arrived);
    expect(business).toBe('received');
    expect(dossier.intake?.channel).toBe('post');
  });
});
