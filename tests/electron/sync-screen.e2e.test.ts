import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseDossierId } from '../../domain/scan-code.ts';
import { enrol } from '../../sync/enrol.ts';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { get } from '../support/counter.ts';
import { DOSSIER, Start, UNIT } from '../support/counter-start.ts';
import { admit, foreignEvent } from '../support/store.ts';
import { startUpstream, type TestUpstream } from '../support/upstream-server.ts';

const PATIENT = { timeout: 20_000 };
const FIRST = { limit: 200 };
const SECOND_LOG = '08311.02.00aa11bb22cc33dd';

async function upstream(): Promise<TestUpstream> {
  const server = await startUpstream({ unitCode: UNIT.unitCode });
  onTestFinished(() => server.end());
  return server;
}

/** As a person does, by keys alone. */
async function enrolByHand(start: Start, server: TestUpstream): Promise<void> {
  const { keyboard } = start.screen.page;
  await start.press('F9');
  await start.screen.page.locator('[data-testid="server-url"]:focus').waitFor();
  await keyboard.type(server.url);
  await start.press('Enter');
  await keyboard.type(await server.newCode());
  await start.press('Enter');
  await start.press('Enter');
  await start.screen.waitForSync('in-sync');
}

const counted = (start: Start, list: string, count: number) =>
  start.screen.page.locator(`[data-testid="sync-tab-${list}"][data-count="${count}"]`).waitFor();

const onRow = (start: Start, kind: string) =>
  start.screen.page.locator(`[data-testid="sync-row"][data-kind="${kind}"]:focus`).waitFor();

/** The same fact of machine 2 as the replication would bring it in: it had not heard of what was done here. */
async function saidOnMachine2(dataFolder: string, dossierId: string): Promise<void> {
  const store = openCounterStore({ folder: path.join(dataFolder, 'counter') });
  const opened = foreignEvent(SECOND_LOG, { payload: { unitCode: UNIT.unitCode, station: 2 } });
  const payload = { at: '2026-11-24T09:00', specialist: 'Bùi Văn Thêm' };
  const kind = 'processing-started';
  admit(store, opened, foreignEvent(SECOND_LOG, { dossierId, kind, lamport: 500, payload }, opened));
  await store.close();
}

test('the cable is out: what waits is listed, opened and sent when it is back, by keys alone', async () => {
  const server = await upstream();
  const start = await Start.setUp();
  const { screen } = start;
  await enrolByHand(start, server);
  await counted(start, 'waiting', 0);
  await screen.at('sync-empty').getByText('Không còn gì chờ gửi').waitFor();
  await screen.page.locator('[data-testid="sync-tab-waiting"]:focus').waitFor();
  // Another code is typed only when it is asked for.
  await start.press('4');
  await screen.page.locator('[data-testid="server-url"]:focus').waitFor();
  await start.press('Escape');
  await screen.at('enrol').waitFor({ state: 'detached' });
  await screen.page.locator('[data-testid="sync-tab-waiting"]:focus').waitFor();

  await server.stop();
  const { dossierNumber } = await screen.receive(DOSSIER);
  // Hôm nay says that something waits, and leads here.
  await start.press('F5');
  await screen.at('line-sync').getByText('1 mục chờ gửi').waitFor();
  await screen.at('line-sync').focus();
  await start.press('Enter');
  await onRow(start, 'received');
  await counted(start, 'waiting', 1);
  const row = await screen.at('sync-row').innerText();
  for (const word of ['Tiếp nhận', DOSSIER.name, dossierNumber, 'Máy này', UNIT.clerkName]) expect(row).toContain(word);
  await start.press('F9');
  await screen.page.locator('[data-testid="sync-title"][data-status="offline"]').waitFor(PATIENT);
  await screen.at('sync-reason').getByText('Không gọi được máy chủ').waitFor();
  await screen.at('sync-next').waitFor();
  await start.press('Enter');
  await screen.at('dossier-panel').getByText(DOSSIER.name).first().waitFor();
  await start.press('Escape');
  await screen.at('dossier-panel').waitFor({ state: 'detached' });
  await onRow(start, 'received');
  expect(await start.ask('sync.waiting', FIRST)).toMatchObject({ total: 1, rows: [{ kind: 'received' }] });

  await server.restart();
  await start.press('F9');
  await screen.waitForSync('in-sync');
  await counted(start, 'waiting', 0);
  await screen.at('sync-empty').waitFor();
  expect(await start.ask('sync.waiting', FIRST)).toEqual({ rows: [], total: 0 });
});

test('what two machines said differently is settled from its list, and what the server set aside is sent again', async () => {
  const server = await upstream();
  const first = await Start.setUp();
  const { scanCode } = await first.screen.receive(DOSSIER);
  const dossierId = parseDossierId(scanCode.slice(0, 14));
  if (!dossierId) throw new Error('no slip');
  const act = { kind: 'withdrawn', reason: 'Không cần nữa' } as const;
  get(await first.ask('dossier.act', { commandId: randomUUID(), dossierId, act }));
  await first.counter.close();
  await saidOnMachine2(first.dataFolder, dossierId);
  const start = await Start.signedIn(first.dataFolder);
  const { screen } = start;
  await start.press('F9');
  await counted(start, 'contradictions', 1);
  await screen.page.locator('[data-testid="server-url"]:focus').waitFor();
  await screen.page.keyboard.type(server.url);
  await start.press('Enter');
  await screen.page.keyboard.type(await server.newCode());
  await start.press('Enter');
  await start.press('Enter');

  // The server knows nothing of machine 2: what it wrote is set aside, with the reason.
  await counted(start, 'quarantined', 2);
  await start.press('3');
  await onRow(start, 'processing-started');
  const row = await screen.at('sync-row').innerText();
  for (const word of [DOSSIER.name, 'Chuyển giải quyết', 'Máy 02', 'Công dân rút hồ sơ', 'Máy 03', 'Nên không tính']) {
    expect(row).toContain(word);
  }
  await start.press('Enter');
  await screen.at('act-open-contradiction-settled').waitFor();
  const key = await screen.at('act-open-contradiction-settled').locator('kbd').innerText();
  await start.press(key.toLowerCase());
  await screen.at('act-reason').fill('Đã hỏi máy 2: ghi sau khi công dân rút');
  await start.press('Control+Enter');
  await screen.at('act-reason').waitFor({ state: 'detached' });
  await start.press('Escape');
  await screen.at('dossier-panel').waitFor({ state: 'detached' });
  await counted(start, 'contradictions', 0);
  await screen.page.locator('[data-testid="sync-tab-contradictions"]:focus').waitFor();
  expect(await start.ask('sync.contradictions', FIRST)).toEqual({ rows: [], total: 0 });

  await start.press('2');
  await onRow(start, 'processing-started');
  await screen.at('sync-row').first().getByText('Máy chủ chưa biết máy đã ghi mục này.').waitFor();
  const second = { unitCode: UNIT.unitCode, station: 2, log: SECOND_LOG, machine: 'machine-2' };
  get(await enrol({ serverUrl: server.url, code: await server.newCode(), ...second }));
  await start.press('Control+Enter');
  await counted(start, 'quarantined', 0);
  await screen.waitForSync('in-sync');
  expect(server.headOf(SECOND_LOG)).toBe(2);
});
