import { expect, test } from 'vitest';
import type { Station } from '../../domain/dossier-number.ts';
import { localMoment } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import type { BatchCommandRefusal } from '../../electron/contract/refusals.ts';
import { batchLook, bodiesFor, inListOrder } from '../../renderer/batches/batch-look.ts';
import { batchTrouble } from '../../renderer/text/batches.ts';

const DOSSIER = '08311032600042' as DossierId;

function batch(number: number, part: Partial<TransferBatch> = {}): TransferBatch {
  return {
    code: `BG-08311-261124-${1000 + number}` as BatchCode,
    direction: 'up',
    from: 'Xã Trung Sơn',
    to: `Nơi ${number}`,
    station: 1 as Station,
    openedAt: localMoment(`2026-11-24T08:0${number}`),
    state: 'open',
    items: [],
    accepted: [],
    rejected: [],
    discrepancies: { missing: [], extra: [] },
    anomalies: [],
    ...part,
  };
}

test('what waits for somebody stands before what is done, the newest first', () => {
  const list = [
    batch(1),
    batch(2, { state: 'received' }),
    batch(3, { state: 'closed' }),
    batch(4, { state: 'abandoned' }),
  ];
  expect(inListOrder(list).map(({ to }) => to)).toEqual(['Nơi 3', 'Nơi 1', 'Nơi 4', 'Nơi 2']);
});

test('the bodies of the last batches that way are offered first, each once, then those above', () => {
  const down = batch(3, { direction: 'down', from: 'BHXH', to: 'Xã Trung Sơn' });
  const list = [batch(1), batch(2, { to: 'Tỉnh Phú Thọ' }), down];
  expect(bodiesFor('up', list, ['Tỉnh Phú Thọ'])).toEqual(['Tỉnh Phú Thọ', 'Nơi 1']);
  expect(bodiesFor('down', list, ['Tỉnh Phú Thọ'])).toEqual(['BHXH', 'Tỉnh Phú Thọ']);
});

test('a batch of which a part has not come says so', () => {
  const receipt = { at: localMoment('2026-11-24T10:00') };
  expect(batchLook(batch(1, { direction: 'down', state: 'closed' })).text).toBe('Chờ kiểm nhận');
  expect(batchLook(batch(1, { direction: 'down', state: 'closed', receipt })).text).toBe('Còn hồ sơ chưa về');
});

const REFUSALS: readonly BatchCommandRefusal[] = [
  { code: 'clock-unconfirmed' },
  { code: 'other-machine' },
  { code: 'batch-unknown' },
  { code: 'batch-range-exhausted', station: 1 as Station },
  { code: 'batch-not-open', state: 'closed' },
  { code: 'batch-not-closed', state: 'open' },
  { code: 'other-direction', direction: 'up' },
  { code: 'batch-empty' },
  { code: 'body-missing' },
  { code: 'courier-missing' },
  { code: 'dossier-unknown', dossierId: DOSSIER },
  { code: 'already-in-batch', dossierId: DOSSIER },
  { code: 'not-in-batch', dossierId: DOSSIER },
  { code: 'not-in-this-state', dossierId: DOSSIER, status: 'withdrawn' },
  { code: 'in-another-batch', dossierId: DOSSIER, batch: 'BG-08311-261124-1002' as BatchCode },
  { code: 'not-a-count', field: 'copies' },
  { code: 'reason-missing' },
  { code: 'reason-missing', dossierId: DOSSIER },
  { code: 'items-not-covered', dossierIds: [DOSSIER] },
  { code: 'named-twice', dossierId: DOSSIER },
  { code: 'result-facts-missing', dossierId: DOSSIER },
  { code: 'entry', refusal: { code: 'not-a-date', field: 'onPaper.date' } },
  { code: 'entry', refusal: { code: 'text-too-long', field: 'result.number' }, dossierId: DOSSIER },
];

test.for(REFUSALS.map((refusal) => [refusal.code, refusal] as const))(
  'the refusal %s says what happened, that the batch is whole, and what to do',
  ([, refusal]) => {
    const { what, safe, next } = batchTrouble(refusal, () => '1001');
    for (const sentence of [what, safe, next]) {
      expect(sentence).toMatch(/^\p{Lu}.*[.”]$/u);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
    expect(next).toMatch(/^Xin/);
    if ('dossierId' in refusal) expect(what).toContain('1001');
    if (refusal.code === 'in-another-batch') expect(what).toContain(refusal.batch);
  },
);
