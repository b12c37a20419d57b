import { describe, expect, test } from 'vitest';
import { receiveBatch, receiveDown } from '../../../domain/transfer/batch-receipt.ts';
import { refusalOf, valueOf } from '../fixtures.ts';
import { SAMPLES } from '../lifecycle/samples.ts';
import {
  added,
  batchOf,
  circumstances,
  closed,
  CODE,
  codeOf,
  dossierFrom,
  dossierId,
  dossierIn,
  factsUpTo,
  kindsOf,
  NOW,
  opened,
  RESULT,
  scanned,
  SIGNED,
  signedFor,
} from './batches.ts';

const [A, B, C] = [dossierId(1), dossierId(2), dossierId(3)];

describe('the receipt of a batch up, entered from paper', () => {
  const batch = batchOf(opened(), added(A), added(B), closed([A, B]));
  const sent = circumstances([dossierIn(A, 'in-transfer-up'), dossierIn(B, 'in-transfer-up')]);
  const accept = (id: typeof A) => ({ dossierId: id, accepted: true }) as const;
  const reject = (id: typeof A, reason = 'Thiếu bản chính') => ({ dossierId: id, accepted: false, reason }) as const;

  test('gives what was taken to the body above, and what was rejected back', () => {
    const decision = valueOf(receiveBatch(batch, { signed: SIGNED, items: [accept(A), reject(B)] }, sent));
    expect(kindsOf(decision)).toEqual(['1 transfer-received', '2 transfer-rejected']);
    expect(decision.dossierFacts[1]?.payload).toEqual({
      at: NOW,
      batch: CODE,
      onPaper: SIGNED,
      reason: 'Thiếu bản chính',
    });
    expect(decision.batchFact).toEqual({
      kind: 'batch-received',
      subject: CODE,
      payload: { at: NOW, signer: SIGNED.signer, onPaper: SIGNED, items: [accept(A), reject(B)] },
    });
    expect(decision.untouched).toEqual([]);
  });

  test('must say something about every dossier, once, and about no other', () => {
    const uncovered = { code: 'items-not-covered', dossierIds: [B] };
    expect(refusalOf(receiveBatch(batch, { signed: SIGNED, items: [accept(A)] }, sent))).toEqual(uncovered);
    const twice = [accept(A), accept(B), reject(A)];
    const strange = [accept(A), accept(B), accept(C)];
    expect(refusalOf(receiveBatch(batch, { signed: SIGNED, items: twice }, sent))).toEqual({
      code: 'named-twice',
      dossierId: A,
    });
    expect(refusalOf(receiveBatch(batch, { signed: SIGNED, items: strange }, sent))).toEqual({
      code: 'not-in-batch',
      dossierId: C,
    });
  });

  test('needs a reason for what was rejected, and a signature of a day since the list was closed', () => {
    const items = [accept(A), reject(B, ' ')];
    expect(refusalOf(receiveBatch(batch, { signed: SIGNED, items }, sent))).toEqual({
      code: 'reason-missing',
      dossierId: B,
    });
    const signedAs = (more: Partial<typeof SIGNED>) =>
      refusalOf(receiveBatch(batch, { signed: { ...SIGNED, ...more }, items: [accept(A), accept(B)] }, sent));
    expect(signedAs({ signer: '' })).toMatchObject({ code: 'entry', refusal: { code: 'text-missing' } });
    expect(signedAs({ date: '2020-04-26' })).toMatchObject({ code: 'entry', refusal: { code: 'date-too-early' } });
    expect(signedAs({ date: '2020-04-28' })).toMatchObject({ code: 'entry', refusal: { code: 'date-in-the-future' } });
  });

  test('is refused for a batch that is open, received, or on its way down', () => {
    const wish = { signed: SIGNED, items: [accept(A), accept(B)] };
    const open = batchOf(opened(), added(A), added(B));
    const done = batchOf(opened(), added(A), added(B), closed([A, B]), signedFor([A, B]));
    const down = batchOf(opened('down'), added(A), added(B), closed([A, B]));
    expect(refusalOf(receiveBatch(open, wish, sent))).toEqual({ code: 'batch-not-closed', state: 'open' });
    expect(refusalOf(receiveBatch(done, wish, sent))).toEqual({ code: 'batch-not-closed', state: 'received' });
    expect(refusalOf(receiveBatch(down, wish, sent))).toEqual({ code: 'other-direction', direction: 'down' });
  });

  test('is refused while a dossier of it is not known here', () => {
    const wish = { signed: SIGNED, items: [accept(A), accept(B)] };
    const by = circumstances([dossierIn(A, 'in-transfer-up')]);
    expect(refusalOf(receiveBatch(batch, wish, by))).toEqual({ code: 'dossier-unknown', dossierId: B });
  });

  test('leaves a dossier alone that was withdrawn on the way or left with another batch', () => {
    const onTheWay = factsUpTo(A, 'in-transfer-up');
    const withdrawn = circumstances([
      dossierFrom([...onTheWay, { ...SAMPLES.withdrawn, dossierId: A }]),
      dossierIn(B, 'in-transfer-up', codeOf(2, 0)),
    ]);
    const decision = valueOf(receiveBatch(batch, { signed: SIGNED, items: [accept(A), reject(B)] }, withdrawn));
    expect(decision).toMatchObject({ dossierFacts: [], untouched: [A, B] });
    expect(decision.batchFact.payload.items).toHaveLength(2);
  });

  test('after a second list covers only what the first receipt did not speak of', () => {
    const late = batchOf(opened(), added(A), closed([A]), signedFor([A]), closed([A, B]));
    const decision = valueOf(receiveBatch(late, { signed: SIGNED, items: [accept(B)] }, sent));
    expect(kindsOf(decision)).toEqual(['2 transfer-received']);
  });
});

describe('a batch that came down', () => {
  const batch = batchOf(opened('down'), added(A), added(B), closed([A, B]));
  const coming = circumstances([
    dossierIn(A, 'in-transfer-down'),
    dossierIn(B, 'in-transfer-down'),
    dossierIn(C, 'upstream-in-progress'),
  ]);

  test('makes every scanned result ready', () => {
    const decision = valueOf(receiveDown(batch, { items: [{ dossierId: B }, { dossierId: A }] }, coming));
    expect(kindsOf(decision)).toEqual(['2 upstream-result-arrived', '1 upstream-result-arrived']);
    expect(decision.dossierFacts[0]?.payload).toEqual({ at: NOW, batch: CODE });
    expect(decision.batchFact).toEqual(scanned([B, A]));
  });

  test('notes what was announced and did not come, and what came unannounced', () => {
    const wish = { items: [{ dossierId: A }, { dossierId: C, result: RESULT }] };
    const decision = valueOf(receiveDown(batch, wish, coming));
    expect(decision.batchFact).toEqual(scanned([A, C], { missing: [B], extra: [C] }));
    expect(kindsOf(decision)).toEqual([
      '1 upstream-result-arrived',
      '3 upstream-result-issued',
      '3 upstream-result-arrived',
    ]);
    expect(decision.dossierFacts[1]?.payload).toEqual({
      // The end of the office's day on which it was signed.
      at: '2020-04-24T17:30',
      result: { number: '91/QĐ', date: '2020-04-24', signer: 'Hà Văn Sáu' },
      isRefusal: false,
      onPaper: { signer: 'Hà Văn Sáu', date: '2020-04-24' },
    });
  });

  test('a result signed today was issued by now', () => {
    const wish = { items: [{ dossierId: C, result: { ...RESULT, date: '2020-04-27' } }] };
    expect(valueOf(receiveDown(batch, wish, coming)).dossierFacts[0]?.payload).toMatchObject({ at: NOW });
  });

  test('is refused without the result that the body above has not told yet, or with half of it', () => {
    const facts = { code: 'result-facts-missing', dossierId: C };
    expect(refusalOf(receiveDown(batch, { items: [{ dossierId: C }] }, coming))).toEqual(facts);
    const unsigned = { items: [{ dossierId: C, result: { ...RESULT, signer: '' } }] };
    expect(refusalOf(receiveDown(batch, unsigned, coming))).toMatchObject({ code: 'entry', dossierId: C });
    const early = { items: [{ dossierId: C, result: { ...RESULT, date: '2020-04-19' } }] };
    expect(refusalOf(receiveDown(batch, early, coming))).toMatchObject({ refusal: { code: 'date-too-early' } });
  });

  test('is refused where a result cannot arrive, unless it is set aside with a reason', () => {
    const by = circumstances([dossierIn(A, 'withdrawn')]);
    const scan = (id: typeof A, setAside?: string) => [
      { dossierId: id, ...(setAside === undefined ? {} : { setAside }) },
    ];
    expect(refusalOf(receiveDown(batch, { items: scan(A) }, by))).toEqual({
      code: 'not-in-this-state',
      dossierId: A,
      status: 'withdrawn',
    });
    expect(refusalOf(receiveDown(batch, { items: scan(C) }, by))).toEqual({ code: 'dossier-unknown', dossierId: C });
    expect(refusalOf(receiveDown(batch, { items: scan(C, ' ') }, by))).toEqual({
      code: 'reason-missing',
      dossierId: C,
    });
    const aside = [...scan(A, 'Đã rút'), ...scan(C, 'Của xã khác')];
    const decision = valueOf(receiveDown(batch, { items: aside }, by));
    expect(decision.dossierFacts).toEqual([]);
    expect(decision.batchFact.payload).toEqual({
      at: NOW,
      items: [
        { dossierId: A, accepted: false, reason: 'Đã rút' },
        { dossierId: C, accepted: false, reason: 'Của xã khác' },
      ],
      missing: [B],
      extra: [C],
    });
  });

  test('an empty bag is all missing', () => {
    expect(valueOf(receiveDown(batch, { items: [] }, coming)).batchFact).toEqual(scanned([], { missing: [A, B] }));
  });

  test('is refused for a result scanned twice, an open batch, and one on its way up', () => {
    const twice = { items: [{ dossierId: A }, { dossierId: A }] };
    expect(refusalOf(receiveDown(batch, twice, coming))).toEqual({ code: 'named-twice', dossierId: A });
    const wish = { items: [{ dossierId: A }] };
    const open = batchOf(opened('down'), added(A));
    const up = batchOf(opened('up'), added(A), closed([A]));
    expect(refusalOf(receiveDown(open, wish, coming))).toEqual({ code: 'batch-not-closed', state: 'open' });
    expect(refusalOf(receiveDown(up, wish, coming))).toEqual({ code: 'other-direction', direction: 'up' });
  });
});
