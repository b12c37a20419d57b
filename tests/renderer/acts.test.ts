import { describe, expect, test } from 'vitest';
import { emptyDossier } from '../../domain/dossier.ts';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import { parseInput } from '../../electron/contract/parsers.ts';
import type { DossierSides } from '../../electron/contract/views.ts';
import type { ActDraft, ActGiven } from '../../renderer/acts/act-draft.ts';
import { ACT_FORMS, type ActForm } from '../../renderer/acts/act-forms.ts';
import { openActsOf } from '../../renderer/acts/open-acts.ts';
import { startDraft } from '../../renderer/acts/start-draft.ts';
import { ACT_NAMES } from '../../renderer/text/acts.ts';

const ID = dossierIdOf(makeScanCode({ unitCode: '08311', station: 1, yearOfCentury: 26, runningNumber: 7 }));
const NONE = { fee: 0, duty: 0 };
const SIDES: DossierSides = {
  dossier: emptyDossier(ID),
  business: 'in-progress',
  payment: { state: 'due', dueVnd: { fee: 8000, duty: 50_000 }, paidVnd: NONE, restVnd: { fee: 8000, duty: 50_000 } },
  handOver: 'none',
  sync: 'no-server',
  onTime: { byRelease: 'early', byHandOver: 'early' },
  acts: [],
  contradictions: [],
};
const GIVEN: ActGiven = { sides: SIDES, now: localMoment('2026-11-24T09:00') };
// The table's own keys.
const KINDS = Object.keys(ACT_NAMES) as readonly ActKind[];

function said(kind: ActKind, texts: ActDraft['texts'] = {}) {
  const form: ActForm = ACT_FORMS[kind];
  const start = startDraft(kind, GIVEN, []);
  return form.toAct({ ...start, texts: { ...start.texts, ...texts } }, GIVEN);
}

describe('the form of each act', () => {
  test.for(KINDS)('%s: says what the contract takes, with nothing typed yet', (kind) => {
    const input = { commandId: crypto.randomUUID(), dossierId: ID, act: said(kind) };
    expect(parseInput('dossier.act', input)).toEqual({ ok: true, input });
  });

  test('a day is told as the rules read it; what is no day goes on as typed', () => {
    const dayOf = (typed: string) => said('result-issued', { 'result.date': typed });
    expect(dayOf('1/2/2026')).toMatchObject({ result: { date: '2026-02-01' } });
    expect(dayOf('31/02/2026')).toMatchObject({ result: { date: '31/02/2026' } });
    expect(said('result-issued')).toMatchObject({ result: { date: '2026-11-24' } });
  });

  test('what is no amount reaches the rules, which refuse it at its field', () => {
    expect(said('fee-collected', { dutyVnd: 'năm mươi' })).toMatchObject({ dutyVnd: -1 });
  });

  test('money begins with what is due, and is read with its dots', () => {
    expect(said('fee-collected')).toMatchObject({ feeVnd: 8000, dutyVnd: 50_000, receipt: { kind: 'none' } });
    expect(
      said('fee-collected', { feeVnd: '1.250.000 đ', 'receipt.book': 'AB/26', 'receipt.number': '0017' }),
    ).toMatchObject({ feeVnd: 1_250_000, receipt: { kind: 'numbered', book: 'AB/26', number: '0017' } });
  });
});

describe('the keys of what may be done next', () => {
  const labels = (...acts: readonly DossierFactKind[]) =>
    openActsOf(acts).map(({ kind, key }) => `${key?.label} ${kind}`);

  test('go by how often each is needed, not by the order of the core', () => {
    expect(labels('voided', 'signature-requested', 'result-issued')).toEqual([
      '1 result-issued',
      '2 signature-requested',
      '3 voided',
    ]);
  });

  test('a supplement and a step back keep their own chords, and hand-over is no act of this list', () => {
    expect(labels('result-handed-over', 'step-undone', 'supplement-requested')).toEqual([
      'Ctrl+B supplement-requested',
      'Ctrl+Z step-undone',
    ]);
  });

  test('there is a key for each, even if all were open at once, and no two share one', () => {
    const keys = openActsOf(KINDS).map(({ key }) => key?.label);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(KINDS.length);
  });
});
