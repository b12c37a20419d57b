import { describe, expect, test } from 'vitest';
import { batchList } from '../../../domain/transfer/batch-list.ts';
import { RECEIVED } from '../fixtures.ts';
import { SAMPLES } from '../lifecycle/samples.ts';
import {
  added,
  batchOf,
  BY_CLERK,
  circumstances,
  closed,
  CODE,
  COMMUNE,
  dossierFrom,
  dossierId,
  dossierIn,
  item,
  NOW,
  opened,
  UPPER_BODY,
} from './batches.ts';

const [A, B, C] = [dossierId(1), dossierId(2), dossierId(3)];

describe('the hand-over list of a batch', () => {
  const { dossierOf } = circumstances([
    dossierIn(A, 'in-transfer-up'),
    dossierFrom([{ ...SAMPLES['carried-over'], dossierId: B }]),
  ]);

  test('has a line for every dossier, and what they come to', () => {
    const batch = batchOf(opened(), added(B), added(A), closed([B, A]));
    expect(batchList(batch, dossierOf)).toEqual({
      code: CODE,
      direction: 'up',
      from: COMMUNE,
      to: UPPER_BODY,
      closedAt: NOW,
      courier: BY_CLERK,
      rows: [
        {
          ...item(B),
          position: 1,
          dossierNumber: '117',
          applicantName: 'Đinh Thị Mơ',
          receivedAt: '2020-04-14T09:00',
          appointmentAt: '2020-04-28T17:00',
        },
        {
          ...item(A),
          position: 2,
          dossierNumber: RECEIVED.dossierNumber,
          applicantName: 'Đinh Thị Mơ',
          receivedAt: '2020-04-20T08:15',
          appointmentAt: '2020-04-20T17:30',
        },
      ],
      totals: { dossiers: 2, originals: 2, copies: 4 },
    });
  });

  test('of an open batch has nobody who carries it', () => {
    expect(batchList(batchOf(opened()), dossierOf)).toEqual({
      code: CODE,
      direction: 'up',
      from: COMMUNE,
      to: UPPER_BODY,
      rows: [],
      totals: { dossiers: 0, originals: 0, copies: 0 },
    });
  });

  test('keeps the line of a dossier that is not known here', () => {
    const { rows } = batchList(batchOf(opened(), added(C)), dossierOf);
    expect(rows).toEqual([{ ...item(C), position: 1 }]);
  });
});
