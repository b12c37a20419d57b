import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../domain/dossier.ts';
import type { OrderedFact } from '../../domain/lifecycle/course.ts';
import type { DossierFact } from '../../domain/lifecycle/dossier-fact.ts';
import { projectDossier } from '../../domain/lifecycle/project-dossier.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import { trailLineOf } from '../../renderer/dossier/trail-line.ts';
import { HANDED_OVER, RECEIVED } from '../domain/fixtures.ts';

const dossierId = dossierIdOf(RECEIVED.scanCode);
const at = localMoment('2020-04-20T10:00');

type Told = {
  [K in DossierFact['kind']]: Pick<Extract<DossierFact, { kind: K }>, 'kind' | 'payload'>;
}[DossierFact['kind']];

const RECEPTION: Told = { kind: 'received', payload: RECEIVED };
const WITHDRAWAL: Told = { kind: 'withdrawn', payload: { at, reason: 'nộp nhầm thủ tục' } };
const HAND_OVER: Told = { kind: 'result-handed-over', payload: HANDED_OVER };

function factsOf(told: readonly Told[]): readonly OrderedFact[] {
  return told.map((fact, i) => ({ ...fact, dossierId, lamport: i + 1, log: 'a', seq: i + 1, actor: 'Hà Thị Lan' }));
}

function dossierOf(...told: readonly Told[]): Dossier {
  const dossier = projectDossier(factsOf(told));
  if (!dossier) throw new Error('no dossier');
  return dossier;
}

function linesOf(dossier: Dossier) {
  return dossier.trail.map((entry) => trailLineOf(dossier, entry));
}

describe('a line of the history', () => {
  test('names the register book of a reception and who received the result', () => {
    expect(linesOf(dossierOf(RECEPTION, HAND_OVER))).toEqual([
      { what: 'Tiếp nhận, cán bộ Hà Thị Lan', more: 'Sổ 01/2020, số thứ tự 42' },
      { what: 'Trả cho Đinh Thị Mơ (chủ hồ sơ), cán bộ Hà Thị Lan' },
    ]);
  });

  test('says what else was kept of a hand-over', () => {
    const payload = { ...HANDED_OVER, by: 'post', postBill: 'EA1', slipLost: 'Giấy cam đoan', rating: 5 } as const;
    expect(linesOf(dossierOf(RECEPTION, { kind: 'result-handed-over', payload })).at(-1)?.more).toBe(
      'Qua bưu chính · vận đơn EA1 · Mất phiếu: Giấy cam đoan · Đánh giá: rất hài lòng',
    );
  });

  test('gives the reason of the step that ended it', () => {
    expect(linesOf(dossierOf(RECEPTION, WITHDRAWAL)).at(-1)).toEqual({
      what: 'Công dân rút hồ sơ, cán bộ Hà Thị Lan',
      more: 'Lý do: nộp nhầm thủ tục',
    });
  });

  test('of a step that does not count borrows no details of one that does', () => {
    const other = { ...HANDED_OVER, receiver: { ...HANDED_OVER.receiver, name: 'Người khác' } };
    const dossier = dossierOf(RECEPTION, HAND_OVER, { kind: 'result-handed-over', payload: other });
    expect(dossier.trail.at(-1)?.verdict).toBe('out-of-place');
    expect(linesOf(dossier).at(-1)).toEqual({ what: 'Trả kết quả, cán bộ Hà Thị Lan' });
  });
});
