import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { parseRecoveryCode } from '../../domain/recovery-code.ts';
import { CannedAnswers } from '../../scripts/drive/canned-answers.ts';
import { DOSSIER, Start, UNIT } from '../support/counter-start.ts';
import { temporaryFolder } from '../support/store.ts';

export const PASSPHRASE = 'suối nước rừng xanh';

describe('a power cut in the middle of typing', () => {
  test('loses nothing that stood in a field that was left: it is offered at the next start', async () => {
    const before = await Start.setUp();
    const { screen } = before;
    await screen.at('procedure-search').fill('ks');
    await before.press('Enter');
    await screen.at('applicant-name').fill('Hoàng Đức Ả');
    await screen.at('applicant-phone').focus();
    await expect.poll(() => before.keptDraft()).toContain('Hoàng Đức Ả');
    await screen.page.keyboard.type('0987 65', { delay: 60 });
    await expect.poll(() => before.keptDraft()).toContain('0987 65');

    const after = await before.powerCut();
    await after.screen.at('draft-facts').waitFor();
    expect(await after.screen.at('draft-facts').innerText()).toContain('Hoàng Đức Ả');
    await after.press('Enter');
    await after.screen.at('procedure-chosen').waitFor();
    expect(await after.valueOf('applicant-name')).toBe('Hoàng Đức Ả');
    expect(await after.valueOf('applicant-phone')).toBe('0987 65');
    await expect.poll(() => after.focused()).toBe('applicant-phone');
    // Gone on with, not typed over.
    await after.screen.page.keyboard.type('4 321', { delay: 60 });
    expect(await after.valueOf('applicant-phone')).toBe('0987 654 321');
  });

  test('after a reception brings nothing back: the draft went with the commit', async () => {
    const before = await Start.setUp();
    await before.screen.receive(DOSSIER);
    await expect.poll(() => before.keptDraft()).toBeUndefined();
    const after = await before.powerCut();
    await after.screen.at('screen-intake').waitFor();
    expect(after.dossierCount()).toBe(1);
    // Its slip never came out: that is said instead.
    await after.screen.at('unprinted-line').waitFor();
    expect(await after.screen.at('draft-facts').count()).toBe(0);
    expect(await after.ask('draft.find', {})).toBeNull();
  });

  test('a form left waiting survives other receptions, and can be dropped and had back', async () => {
    const first = await Start.setUp();
    await first.screen.at('applicant-name').fill('Bùi Văn Thêm');
    await expect.poll(() => first.keptDraft()).toContain('Bùi Văn Thêm');
    const second = await first.powerCut();
    await second.screen.at('start-dialog').waitFor();
    await second.press('Escape');
    await second.screen.at('draft-line').waitFor();
    await second.screen.receive(DOSSIER);
    await expect.poll(() => second.keptDraft()).toContain('Bùi Văn Thêm');
    expect(second.keptDraft()).not.toContain(DOSSIER.name);

    const third = await second.powerCut();
    await third.screen.at('start-dialog').waitFor();
    await third.press('Escape');
    await third.screen.at('draft-line-discard').click();
    await expect.poll(() => third.keptDraft()).toBeUndefined();
    await third.screen.at('draft-undo').click();
    await expect.poll(() => third.keptDraft()).toContain('Bùi Văn Thêm');
    await third.press('Control+d');
    await expect.poll(() => third.valueOf('applicant-name')).toBe('Bùi Văn Thêm');
  });

  test('a draft of another version of the program is neither offered nor lost', async () => {
    const foreign = JSON.stringify({ kind: 'intake-drafts', v: 99, forms: ['?'] });
    const before = await Start.setUp();
    await before.ask('draft.keep', { content: foreign });
    const after = await before.again();
    await after.screen.at('screen-intake').waitFor();
    await after.screen.receive(DOSSIER);
    await expect.poll(() => after.keptDraft()).toBe(foreign);
    expect(await after.screen.at('start-dialog').count()).toBe(0);
  });
});

describe('a passphrase', () => {
  test('protects the file; after a start nothing is shown before it, and a wrong one changes nothing', async () => {
    const before = await Start.on(temporaryFolder());
    await before.screen.fillSetUp({ ...UNIT, passphrase: PASSPHRASE });
    await before.screen.at('passphrase-again').fill('khác hẳn với ở trên');
    await before.press('Control+Enter');
    await before.screen.page.locator('[data-testid="passphrase"][aria-invalid="true"]').waitFor();
    expect((await before.ask('app.state', {})).mode).toBe('none');
    await before.screen.at('passphrase-again').fill(PASSPHRASE);
    await before.press('Control+Enter');
    const code = await before.screen.takeRecoveryCode();
    expect(parseRecoveryCode(code)).toBeDefined();
    await before.screen.at('screen-intake').waitFor();
    expect((await before.ask('app.state', {})).protection).toMatchObject({ kind: 'passphrase', hasRecoveryCode: true });
    await before.screen.receive(DOSSIER);

    await before.counter.close();
    const after = await Start.on(before.dataFolder);
    const { screen } = after;
    await screen.at('screen-locked').waitFor();
    expect(readFileSync(after.file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(await screen.page.locator('body').innerText()).not.toMatch(/Trung Sơn|Tiếp nhận|Hà Thị Lan/);
    await expect(after.ask('dossier.list', { view: 'today', limit: 10 })).rejects.toThrow('bad-input');

    await screen.at('unlock-text').fill('suối nước rừng xám');
    await after.press('Enter');
    await screen.at('unlock-refusal').waitFor();
    expect((await after.ask('app.state', {})).mode).toBe('locked');
    // What was typed is selected: the next key types over it.
    await expect.poll(() => after.focused()).toBe('unlock-text');
    await expect
      .poll(() =>
        screen.page.evaluate(() => {
          const field = document.activeElement;
          return field instanceof HTMLInputElement ? [field.selectionStart, field.selectionEnd] : [];
        }),
      )
      .toEqual([0, 'suối nước rừng xám'.length]);
    await screen.page.keyboard.insertText(PASSPHRASE);
    await after.press('Control+Enter');
    await screen.signIn();
    await screen.at('screen-intake').waitFor();
    expect((await after.ask('dossier.list', { view: 'today', limit: 10 })).total).toBe(1);
  });

  test('that was forgotten is replaced by the recovery code, however it is typed', async () => {
    const before = await Start.on(temporaryFolder());
    await before.screen.fillSetUp({ ...UNIT, passphrase: PASSPHRASE });
    await before.press('Control+Enter');
    const code = await before.screen.takeRecoveryCode();
    await before.screen.at('screen-intake').waitFor();
    await before.counter.close();
    const { screen } = await Start.on(before.dataFolder);
    await screen.at('unlock-other').click();
    await screen.at('unlock-text').fill(code.slice(0, 12));
    await screen.page.keyboard.press('Enter');
    await screen.at('unlock-refusal').waitFor();
    await screen.at('unlock-text').fill(code.toLowerCase().replaceAll('-', ' '));
    await screen.page.keyboard.press('Enter');
    await screen.signIn();
    await screen.at('screen-intake').waitFor();
  });
});

describe('the recovery code', () => {
  test('is shown once, printed by one key, and nowhere in the window once its page is left', async () => {
    const start = await Start.on(temporaryFolder());
    const { screen } = start;
    await screen.fillSetUp({ ...UNIT, passphrase: PASSPHRASE });
    // The dialog of the operating system would wait for a person.
    await screen.page.evaluate(() => {
      window.print = () => void Reflect.set(window, 'printed', document.querySelector('.print-sheet')?.textContent);
    });
    await start.press('Control+Enter');
    await screen.at('recovery-code').waitFor();
    const groups = await screen.at('recovery-code').locator('li').allInnerTexts();
    await start.press('Control+p');
    const printed = await screen.page.evaluate(() => String(Reflect.get(window, 'printed')));
    for (const word of [...groups, 'Xã Trung Sơn', 'Máy 03', 'phong bì']) expect(printed).toContain(word);
    await start.press('Control+Enter');
    await screen.at('screen-intake').waitFor();
    const left = await screen.page.evaluate(() => document.documentElement.outerHTML);
    expect(left).not.toContain(groups[2]);
  });

  test('can be made anew in the settings; a plain file is protected there', async () => {
    const start = await Start.setUp();
    const { screen } = start;
    await screen.receive(DOSSIER);
    await start.press('Control+Comma');
    await screen.at('protect-open').click();
    await screen.at('passphrase').fill(PASSPHRASE);
    await screen.at('passphrase-again').fill(PASSPHRASE);
    await start.press('Control+Enter');
    const first = await screen.takeRecoveryCode();
    expect((await start.ask('app.state', {})).protection.kind).toBe('passphrase');
    await screen.at('new-code-open').click();
    await screen.at('new-code-yes').click();
    const second = await screen.takeRecoveryCode();
    expect(parseRecoveryCode(second)).toBeDefined();
    expect(second).not.toBe(first);
    expect((await start.ask('dossier.list', { view: 'today', limit: 10 })).total).toBe(1);
  });
});

test('a suspect clock is asked about in the middle of a reception, which then goes on by itself', async () => {
  const before = await Start.setUp();
  await before.counter.close();
  // Somebody confirmed the date of tomorrow: by that, today's clock went back.
  const tomorrow = Date.now() + 24 * 60 * 60_000;
  const db = new Database(before.file);
  db.prepare("INSERT INTO setting (key, value) VALUES ('core.clock-confirmed', ?)").run(
    JSON.stringify({ at: tomorrow, date: '2020-04-20', places: {} }),
  );
  db.close();

  const start = await Start.signedIn(before.dataFolder);
  const { screen } = start;
  await screen.at('screen-intake').waitFor();
  expect(await start.ask('app.state', {})).toMatchObject({ needsDateConfirmed: true });
  await screen.at('banner-clock').waitFor();
  await screen.fillIntake(DOSSIER);
  await screen.at('applicant-address').focus();
  await start.press('Control+Enter');
  await screen.at('date-dialog').waitFor();
  expect(await start.valueOf('date-text')).toBe('');
  await screen.at('date-text').fill('20/04/2020');
  await start.press('Enter');
  await screen.at('date-refusal').waitFor();
  const now = (await start.ask('app.state', {})).now;
  const today = `${now.slice(8, 10)}/${now.slice(5, 7)}/${now.slice(0, 4)}`;
  expect(await screen.at('date-refusal').innerText()).toContain(today);
  // Leaving the question leaves everything as it was.
  await start.press('Escape');
  await expect.poll(() => start.focused()).toBe('applicant-address');
  expect(start.dossierCount()).toBe(0);
  await start.press('Control+Enter');
  await screen.at('date-text').fill(today);
  await start.press('Enter');
  await screen.at('saved').waitFor();
  expect(start.dossierCount()).toBe(1);
  const { rows } = await start.ask('dossier.list', { view: 'today', limit: 10 });
  expect(rows.map(({ applicantName }) => applicantName)).toEqual([DOSSIER.name]);
  expect((await start.ask('app.state', {})).needsDateConfirmed).toBe(false);
});

describe('data of another computer', () => {
  test('numbers nothing before it has a station of its own; the reception that asked goes on', async () => {
    const start = await Start.setUp();
    const { screen } = start;
    const canned = new CannedAnswers(start.counter.app);
    await canned.install();
    const { numbers } = await start.ask('app.state', {});
    await canned.patch('app.state', { numbers: { ...numbers, state: 'other-machine' } });
    await canned.answer('numbers.takeStation', { ok: false, refusal: { code: 'station-used' } });
    await screen.at('banner-other-machine').waitFor();
    await screen.fillIntake(DOSSIER);
    await start.press('Control+Enter');
    await screen.at('station-text').fill('03');
    await start.press('Enter');
    await screen.at('station-refusal').waitFor();
    expect(start.dossierCount()).toBe(0);
    await canned.clear();
    await screen.at('station-text').fill('04');
    await start.press('Enter');
    // The file is this computer's own in truth: the core says that no other number is needed.
    await screen.at('saved').waitFor();
    expect(start.dossierCount()).toBe(1);
  });
});
