import { describe, expect, test } from 'vitest';
import { DOSSIER_STATES } from '../../../domain/lifecycle/dossier-state.ts';
import { abandonBatch, addItem, closeBatch, openBatch, removeItem } from '../../../domain/transfer/batch-commands.ts';
import { refusalOf, stationOf, valueOf } from '../fixtures.ts';
import {
  abandoned,
  added,
  batchOf,
  BY_CLERK,
  circumstances,
  closed,
  CODE,
  codeOf,
  COMMUNE,
  dossierId,
  dossierIn,
  item,
  kindsOf,
  NOW,
  opened,
  UPPER_BODY,
  takenBack,
} from './batches.ts';

const [A, B, C] = [dossierId(1), dossierId(2), dossierId(3)];
const WISH = {
  direction: 'up',
  from: COMMUNE,
  to: UPPER_BODY,
  unitCode: '08305',
  station: stationOf(1),
  used: 0,
} as const;
const OTHER = codeOf(2, 0);

describe('opening a batch', () => {
  test('takes the next code of the station and moves no dossier', () => {
    const { batchFact, dossierFacts } = valueOf(openBatch({ ...WISH, to: '  UBND  huyện Yên Lập ' }, NOW));
    expect(batchFact).toEqual(opened());
    expect(dossierFacts).toEqual([]);
  });

  test('is refused without the names of both bodies, and past the last code of the day', () => {
    expect(refusalOf(openBatch({ ...WISH, from: ' ' }, NOW))).toEqual({ code: 'body-missing' });
    expect(refusalOf(openBatch({ ...WISH, to: '' }, NOW))).toEqual({ code: 'body-missing' });
    expect(refusalOf(openBatch({ ...WISH, used: 999 }, NOW))).toMatchObject({ code: 'batch-range-exhausted' });
  });
});

describe('putting a dossier on the list', () => {
  const waiting = circumstances([dossierIn(A, 'awaiting-transfer-up')]);

  test('states what goes with it', () => {
    const wish = { ...item(A), note: '  kèm  USB ' };
    expect(valueOf(addItem(batchOf(opened()), wish, waiting))).toEqual({
      batchFact: { kind: 'batch-item-added', subject: CODE, payload: { ...item(A), note: 'kèm USB', at: NOW } },
      dossierFacts: [],
    });
  });

  test.each(DOSSIER_STATES.filter((state) => state !== 'draft'))('%s: only what the table lets go', (state) => {
    const by = circumstances([dossierIn(A, state)]);
    const up = addItem(batchOf(opened('up')), item(A), by);
    const down = addItem(batchOf(opened('down')), item(A), by);
    expect(up.ok).toBe(state === 'awaiting-transfer-up');
    expect(down.ok).toBe(state === 'upstream-in-progress' || state === 'in-transfer-down');
    if (!up.ok) expect(up.refusal).toEqual({ code: 'not-in-this-state', dossierId: A, status: state });
  });

  test('is refused where the dossier or its reception is not known here', () => {
    expect(refusalOf(addItem(batchOf(opened()), item(B), waiting))).toEqual({ code: 'dossier-unknown', dossierId: B });
    const unknown = { ...dossierIn(A, 'awaiting-transfer-up'), status: 'intake-unknown' } as const;
    expect(refusalOf(addItem(batchOf(opened()), item(A), circumstances([unknown])))).toMatchObject({
      code: 'not-in-this-state',
      status: 'intake-unknown',
    });
  });

  test('is refused twice in one batch, and in a second one that is open', () => {
    expect(refusalOf(addItem(batchOf(opened(), added(A)), item(A), waiting))).toEqual({
      code: 'already-in-batch',
      dossierId: A,
    });
    const other = batchOf(opened('up', OTHER), added(A, OTHER));
    const by = { ...waiting, batches: [batchOf(opened()), other] };
    const elsewhere = { code: 'in-another-batch', dossierId: A, batch: OTHER };
    expect(refusalOf(addItem(batchOf(opened()), item(A), by))).toEqual(elsewhere);
  });

  test('a result announced by a list that is on its way stands on no second list', () => {
    const by = circumstances([dossierIn(A, 'in-transfer-down')]);
    const onTheWay = batchOf(opened('down', OTHER), added(A, OTHER), closed([A], OTHER));
    expect(refusalOf(addItem(batchOf(opened('down')), item(A), { ...by, batches: [onTheWay] }))).toMatchObject({
      code: 'in-another-batch',
      batch: OTHER,
    });
  });

  test('a list that was given up, and one that rejected it, hold nothing', () => {
    const left = batchOf(opened('up', OTHER), added(A, OTHER), closed([A], OTHER));
    const givenUp = { ...batchOf(opened(), added(A), abandoned()), code: codeOf(2, 1) };
    expect(addItem(batchOf(opened()), item(A), { ...waiting, batches: [left, givenUp] }).ok).toBe(true);
  });

  test('is refused once the list is closed', () => {
    expect(refusalOf(addItem(batchOf(opened(), added(A), closed([A])), item(B), waiting))).toEqual({
      code: 'batch-not-open',
      state: 'closed',
    });
  });

  test.each([-1, 0.5, Number.NaN])('%d is no number of sheets', (count) => {
    const batch = batchOf(opened());
    expect(refusalOf(addItem(batch, { ...item(A), originals: count }, waiting))).toMatchObject({ field: 'originals' });
    expect(refusalOf(addItem(batch, { ...item(A), copies: count }, waiting))).toMatchObject({ field: 'copies' });
  });

  test('is refused with a note nobody would print', () => {
    expect(refusalOf(addItem(batchOf(opened()), { ...item(A), note: 'a'.repeat(501) }, waiting))).toMatchObject({
      code: 'entry',
      dossierId: A,
      refusal: { code: 'text-too-long', field: 'note' },
    });
  });
});

describe('taking a dossier off the list', () => {
  test('needs it to be on an open one', () => {
    const batch = batchOf(opened(), added(A));
    expect(valueOf(removeItem(batch, { dossierId: A }, NOW)).batchFact.payload).toEqual({ dossierId: A, at: NOW });
    expect(refusalOf(removeItem(batch, { dossierId: B }, NOW))).toEqual({ code: 'not-in-batch', dossierId: B });
    const sent = batchOf(opened(), added(A), closed([A]));
    expect(refusalOf(removeItem(sent, { dossierId: A }, NOW))).toMatchObject({ code: 'batch-not-open' });
  });
});

describe('closing a batch', () => {
  const both = [dossierIn(A, 'awaiting-transfer-up'), dossierIn(B, 'awaiting-transfer-up')];
  const batch = batchOf(opened(), added(A), added(B));
  const wish = { courier: BY_CLERK };

  test('sends every dossier of the list, which is part of the fact', () => {
    const decision = valueOf(closeBatch(batch, wish, circumstances(both)));
    expect(decision.batchFact).toEqual(closed([A, B]));
    expect(kindsOf(decision)).toEqual(['1 transfer-sent', '2 transfer-sent']);
    expect(decision.dossierFacts[0]?.payload).toEqual({ at: NOW, batch: CODE });
  });

  test('is refused as a whole, naming the dossier that may not go', () => {
    const withdrawn = [dossierIn(A, 'awaiting-transfer-up'), dossierIn(B, 'withdrawn')];
    expect(refusalOf(closeBatch(batch, wish, circumstances(withdrawn)))).toEqual({
      code: 'not-in-this-state',
      dossierId: B,
      status: 'withdrawn',
    });
    expect(refusalOf(closeBatch(batch, wish, circumstances(both.slice(0, 1))))).toEqual({
      code: 'dossier-unknown',
      dossierId: B,
    });
  });

  test('is refused while another computer has one of its dossiers on an open list', () => {
    const other = batchOf(opened('up', OTHER), added(B, OTHER));
    const by = circumstances(both, [batch, other]);
    expect(refusalOf(closeBatch(batch, wish, by))).toEqual({ code: 'in-another-batch', dossierId: B, batch: OTHER });
  });

  test('is refused with nothing on the list, with nobody to carry it, and a second time', () => {
    const by = circumstances(both);
    expect(refusalOf(closeBatch(batchOf(opened()), wish, by))).toEqual({ code: 'batch-empty' });
    const nobody = { courier: { kind: 'clerk', name: ' ' } } as const;
    expect(refusalOf(closeBatch(batch, nobody, by))).toEqual({ code: 'courier-missing' });
    const sent = batchOf(opened(), added(A), closed([A]));
    expect(refusalOf(closeBatch(sent, wish, by))).toEqual({ code: 'batch-not-open', state: 'closed' });
  });

  test('by post names the bill', () => {
    const byPost = { courier: { kind: 'post', billNumber: ' EA123 456VN ' } } as const;
    const decision = valueOf(closeBatch(batch, byPost, circumstances(both)));
    expect(decision.batchFact.payload.courier).toEqual({ kind: 'post', billNumber: 'EA123 456VN' });
    const unnamed = { courier: { kind: 'post', billNumber: '' } } as const;
    expect(refusalOf(closeBatch(batch, unnamed, circumstances(both)))).toEqual({ code: 'courier-missing' });
  });

  test('on the way down moves no dossier: the scan does', () => {
    const by = circumstances([dossierIn(A, 'upstream-in-progress'), dossierIn(C, 'in-transfer-down')]);
    const decision = valueOf(closeBatch(batchOf(opened('down'), added(A), added(C)), wish, by));
    expect(decision.batchFact).toEqual(closed([A, C]));
    expect(decision.dossierFacts).toEqual([]);
  });
});

describe('giving a batch up', () => {
  test('needs a reason, and a list that nobody has signed for', () => {
    const batch = batchOf(opened(), added(A));
    expect(valueOf(abandonBatch(batch, { reason: ' Lập nhầm ' }, circumstances([]))).batchFact).toEqual(abandoned());
    expect(refusalOf(abandonBatch(batch, { reason: ' ' }, circumstances([])))).toEqual({ code: 'reason-missing' });
    const sent = batchOf(opened(), added(A), closed([A]));
    expect(valueOf(abandonBatch(sent, { reason: 'Lập nhầm' }, circumstances([]))).batchFact).toEqual(takenBack([A]));
    const done = { ...sent, receipt: { at: NOW } };
    expect(refusalOf(abandonBatch(done, { reason: 'x' }, circumstances([])))).toMatchObject({ code: 'batch-not-open' });
  });
});
