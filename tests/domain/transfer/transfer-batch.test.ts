import { describe, expect, test } from 'vitest';
import type { BatchFact } from '../../../domain/transfer/batch-event.ts';
import { projectBatch, unansweredItems } from '../../../domain/transfer/transfer-batch.ts';
import {
  abandoned,
  added,
  batchOf,
  closed,
  CODE,
  dossierId,
  inOneLog,
  opened,
  removed,
  scanned,
  signedFor,
  takenBack,
} from './batches.ts';

const [A, B, C] = [dossierId(1), dossierId(2), dossierId(3)];

function idsOf(items: readonly { readonly dossierId: string }[]): readonly string[] {
  return items.map((each) => each.dossierId);
}

function anomaliesOf(...facts: readonly BatchFact[]): readonly string[] {
  return batchOf(...facts).anomalies.map(({ code, seq }) => `${seq} ${code}`);
}

describe('a transfer batch', () => {
  test('is unknown while its opening is', () => {
    expect(projectBatch(inOneLog([added(A)]))).toBeUndefined();
    expect(projectBatch([])).toBeUndefined();
  });

  test('lists what was put in and not taken out', () => {
    const batch = batchOf(opened(), added(A), added(B), removed(A), added(C));
    expect(batch).toMatchObject({ code: CODE, direction: 'up', state: 'open', anomalies: [] });
    expect(idsOf(batch.items)).toEqual([B, C]);
  });

  test('is on its way once closed and received once everything is signed for', () => {
    const sent = [opened(), added(A), added(B), closed([A, B])];
    expect(batchOf(...sent)).toMatchObject({ state: 'closed', closing: { copies: 2 } });
    const batch = batchOf(...sent, signedFor([A, B], [B]));
    expect(batch).toMatchObject({ state: 'received', receipt: { signer: 'Trần Văn Bình' }, accepted: [A] });
    expect(batch.rejected).toEqual([{ dossierId: B, reason: 'Thiếu bản chính' }]);
    expect(unansweredItems(batch)).toEqual([]);
  });

  test('shows what was announced and did not come, and what came unannounced', () => {
    const facts = [opened('down'), added(A), added(B), closed([A, B]), scanned([A, C], { missing: [B], extra: [C] })];
    const batch = batchOf(...facts);
    expect(batch).toMatchObject({ state: 'received', accepted: [A, C], discrepancies: { missing: [B], extra: [C] } });
    expect(batch.receipt).not.toHaveProperty('signer');
  });

  test('may be given up while it is open', () => {
    expect(batchOf(opened(), added(A), abandoned())).toMatchObject({
      state: 'abandoned',
      abandonment: { reason: 'Lập nhầm' },
      anomalies: [],
    });
  });
});

describe('a fact that does not fit its place is noted and', () => {
  test('before the opening it does not count', () => {
    expect(anomaliesOf(added(A), opened())).toEqual(['1 before-opening']);
    expect(batchOf(added(A), opened()).items).toEqual([]);
  });

  test('a second opening does not count', () => {
    expect(anomaliesOf(opened(), opened('down'))).toEqual(['2 second-opening']);
    expect(batchOf(opened(), opened('down')).direction).toBe('up');
  });

  test('a closed or abandoned list is changed no more', () => {
    const sent = [opened(), added(A), closed([A])];
    expect(anomaliesOf(...sent, added(B), removed(A))).toEqual([
      '4 changed-while-not-open',
      '5 changed-while-not-open',
    ]);
    expect(idsOf(batchOf(...sent, added(B), removed(A)).items)).toEqual([A]);
    expect(anomaliesOf(opened(), abandoned(), added(A))).toEqual(['3 changed-while-not-open']);
  });

  test('a dossier stands on the list once', () => {
    expect(anomaliesOf(opened(), added(A), added(A), removed(B))).toEqual(['3 added-twice', '4 removed-while-absent']);
    expect(batchOf(opened(), added(A), added(A)).items).toHaveLength(1);
  });

  test('the printed list counts, whatever was added or removed elsewhere', () => {
    const facts = [opened(), added(A), added(C), closed([A, B])];
    expect(anomaliesOf(...facts)).toEqual(['4 list-differs']);
    expect(idsOf(batchOf(...facts).items)).toEqual([A, B]);
    expect(anomaliesOf(opened(), added(A), closed([A, B]))).toEqual(['3 list-differs']);
  });

  test('what a second list has more was sent too, and is still to be signed for', () => {
    const twice = [opened(), added(A), closed([A]), closed([A, B])];
    expect(anomaliesOf(...twice)).toEqual(['4 second-closing']);
    expect(idsOf(batchOf(...twice).items)).toEqual([A, B]);
    const late = [opened(), added(A), closed([A]), signedFor([A]), closed([B])];
    expect(batchOf(...late)).toMatchObject({ state: 'closed', accepted: [A] });
    expect(idsOf(unansweredItems(batchOf(...late)))).toEqual([B]);
    expect(batchOf(...late, signedFor([B]))).toMatchObject({ state: 'received', accepted: [A, B] });
  });

  test('papers that left win over giving up, in either order', () => {
    const before = batchOf(opened(), added(A), abandoned(), closed([A]));
    expect(before).toMatchObject({ state: 'closed', anomalies: [{ code: 'closed-after-abandoning', seq: 4 }] });
    expect(before).not.toHaveProperty('abandonment');
    const after = batchOf(opened(), added(A), closed([A]), abandoned());
    expect(after).toMatchObject({ state: 'closed', anomalies: [{ code: 'abandoned-while-not-open', seq: 4 }] });
  });

  test('a list closed by mistake is given up only by who knew that it was closed, before anybody signed for it', () => {
    const sent = [opened(), added(A), closed([A])];
    expect(batchOf(...sent, takenBack([A]))).toMatchObject({ state: 'abandoned', anomalies: [] });
    expect(anomaliesOf(...sent, signedFor([A]), takenBack([A]))).toEqual(['5 abandoned-while-not-open']);
    const down = [opened('down'), added(A), closed([A])];
    expect(anomaliesOf(...down, takenBack([A]))).toEqual(['4 abandoned-while-not-open']);
  });

  test('what left by another list is still under way when the first is taken back, in either order', () => {
    const sent = [opened(), added(A), closed([A])];
    const before = batchOf(...sent, takenBack([A]), closed([B]));
    expect(before.anomalies.at(-1)).toMatchObject({ code: 'closed-after-abandoning', seq: 5 });
    const after = batchOf(...sent, closed([B]), takenBack([A]));
    expect(after.anomalies.at(-1)).toMatchObject({ code: 'abandoned-while-not-open', seq: 5 });
    for (const batch of [before, after]) {
      expect(batch.state).toBe('closed');
      expect(idsOf(batch.items)).toEqual([B]);
    }
  });

  test('a receipt whose closing is not known yet counts', () => {
    const early = [opened(), added(A), signedFor([A])];
    expect(batchOf(...early)).toMatchObject({ state: 'received', accepted: [A] });
    expect(anomaliesOf(...early)).toEqual(['3 received-before-closing']);
    expect(batchOf(...early, closed([A, B]))).toMatchObject({ state: 'closed', accepted: [A] });
    // What was signed for was there, though the list does not name it.
    expect(idsOf(batchOf(...early, closed([B])).items)).toEqual([B, A]);
  });

  test('of two receipts the first word about a dossier counts', () => {
    const sent = [opened(), added(A), added(B), closed([A, B])];
    const batch = batchOf(...sent, signedFor([A, B], [B]), signedFor([A, B], [A]));
    expect(batch).toMatchObject({ accepted: [A], rejected: [{ dossierId: B }] });
    expect(batch.anomalies).toMatchObject([{ code: 'second-receipt', seq: 6 }]);
  });

  test('what one scan missed and another found has come', () => {
    const sent = [opened('down'), added(A), added(B), closed([A, B])];
    const batch = batchOf(...sent, scanned([A], { missing: [B] }), scanned([B], { missing: [A] }));
    expect(batch).toMatchObject({ accepted: [A, B], discrepancies: { missing: [] } });
  });
});
