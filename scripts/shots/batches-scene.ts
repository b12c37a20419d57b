import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { BIRTH_WITH_HEALTH_CARD } from '../../domain/catalogue/linked-birth-procedures.ts';
import type { Act } from '../../domain/lifecycle/act.ts';
import { type DossierId, parseDossierId, scanCodeOf } from '../../domain/scan-code.ts';
import type { CommandName, Input, Output } from '../../electron/contract/commands.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene, Stage } from './stage.ts';

const NAMES = ['Đinh Thị Mận', 'Hà Văn Thắng', 'Bùi Thị Thêm', 'Hoàng Đức Ả', 'Nguyễn Thị Quỳnh Hương', 'Phùng Văn Lý'];
const BODY = 'BHXH huyện Yên Lập';

/** Dossiers go up, and what comes of it. */
export const BATCHES_SCENE: Scene = {
  name: '13-batches',
  play: async (stage) => {
    const { window, page, shot, small } = stage;
    await setUp(stage);
    await page.keyboard.press('F6');
    await window.at('screen-batches').waitFor();
    await page.waitForTimeout(600);
    await shot('empty');
    await fillAndSend(stage);
    await sign(stage);
    await comeDown(stage);
    await page.keyboard.press('Control+u');
    await window.at('new-batch-body').waitFor();
    await shot('new-again');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="batch-head"][data-state="open"]').waitFor();
    await page.keyboard.press('Control+Shift+h');
    await window.at('batch-abandon-dialog').waitFor();
    await shot('abandon');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await window.at('batch-row').first().waitFor();
    await window.at('batches-which').getByText('Tất cả').click();
    await window.at('batch-row').nth(1).waitFor();
    await shot('list');
    await small('list');
  },
};

async function fillAndSend({ window, page, shot, small }: Stage): Promise<void> {
  const ids: DossierId[] = [];
  for (const name of NAMES) ids.push(await awaitingTransfer(page, name));
  await page.keyboard.press('Control+u');
  await window.at('new-batch-body').fill(BODY);
  await shot('new');
  await page.keyboard.press('Enter');
  await window.at('batch-head').waitFor();
  await page.locator('[data-testid="batch-waiting"][data-count="6"]').waitFor();
  await shot('filling-empty');
  for (const id of ids.slice(0, 4)) await window.scan(scanCodeOf(id));
  await page.locator('[data-testid="batch-lines"][data-count="4"]').waitFor();
  await shot('filling');
  await small('filling');
  await window.scan(scanCodeOf(ids[0] ?? never()));
  await page.locator('[data-testid="batch-said"][data-tone="bad"]').waitFor();
  await shot('refused');
  await small('refused');
  await page.keyboard.press('Control+Enter');
  await window.at('batch-close-dialog').waitFor();
  await shot('close');
  await window.at('courier').fill('');
  await page.keyboard.press('Enter');
  await window.at('batch-close-trouble').waitFor();
  await shot('close-refused');
  await window.at('courier').fill('Đinh Văn Hùng');
  await page.keyboard.press('Enter');
  await window.at('signed-by').waitFor();
  await shot('sent');
}

async function sign({ window, page, shot, small }: Stage): Promise<void> {
  await window.at('batch-line').nth(1).focus();
  await page.keyboard.press('Enter');
  await window.at('reject-reason').waitFor();
  await page.keyboard.press('Control+Enter');
  await window.at('batch-trouble').waitFor();
  await shot('signing');
  await small('signing');
  await window.at('reject-reason').fill('Thiếu tờ khai cấp thẻ');
  await window.at('signed-by').fill('Trần Thị Hoa');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-testid="batch-head"][data-state="received"]').waitFor();
  await shot('signed');
}

async function comeDown({ window, page, shot, small }: Stage): Promise<void> {
  const signed = await window.at('batch-line').evaluateAll((lines) => lines.map((line) => line.dataset['id'] ?? ''));
  const [one, , three, four] = signed.map((id) => scanCodeOf(parseDossierId(id) ?? never()));
  await page.keyboard.press('Control+Shift+u');
  await window.at('new-batch-body').fill(BODY);
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="batch-head"][data-state="open"]').waitFor();
  for (const code of [one, three]) await window.scan(code ?? '');
  await page.locator('[data-testid="batch-lines"][data-count="2"]').waitFor();
  await shot('down-filling');
  await page.keyboard.press('Control+Enter');
  await window.at('courier').waitFor();
  await shot('down-close');
  await page.keyboard.press('Enter');
  await window.at('receive-down').waitFor();
  await shot('down-ready');
  for (const code of [one, four]) await window.scan(code ?? '');
  await window.at('batch-extra').waitFor();
  await window.at('result-number').nth(1).waitFor();
  await shot('down-ticked');
  await small('down-ticked');
  await page.keyboard.press('Control+Enter');
  await window.at('batch-trouble').waitFor();
  await small('down-refused');
  await window.at('result-signer').first().fill('Trần Thị Hoa');
  await window.at('result-signer').last().fill('Trần Thị Hoa');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-testid="batch-head"][data-state="received"]').waitFor();
  await shot('down-received');
}

/** Received and done as far as the commune does it. */
async function awaitingTransfer(page: Page, name: string): Promise<DossierId> {
  const procedure = BIRTH_WITH_HEALTH_CARD;
  const received = await ask(page, 'dossier.receive', {
    commandId: randomUUID(),
    form: {
      procedureCode: procedure.code,
      applicant: { kind: 'person', name, idNumber: '', phone: '0912345678', noPhone: false, address: 'Khu 3' },
      papers: procedure.requiredPapers
        .filter(({ required }) => required)
        .map(({ id, originals, copies }) => ({ id, originals, copies })),
      sets: 1,
    },
  });
  if (!received.ok) throw new Error(`not received: ${received.refusal.code}`);
  const { id } = received.value.dossier;
  const acts: readonly Act[] = [
    { kind: 'processing-started', specialist: 'Đinh Văn Hùng' },
    { kind: 'commune-part-finished', note: '' },
  ];
  for (const act of acts) await ask(page, 'dossier.act', { commandId: randomUUID(), dossierId: id, act });
  return id;
}

async function ask<N extends CommandName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const envelope = await page.evaluate(([command, given]) => window.counter?.call(command, given), [
    name,
    input,
  ] as const);
  if (!envelope?.ok) throw new Error(`${name}: ${envelope?.fault.code}`);
  return envelope.output as Output<N>;
}

function never(): DossierId {
  throw new Error('no dossier was received');
}
