import { describe, expect, test } from 'vitest';
import { BIRTH_REGISTRATION, MARRIAGE_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { namedProcedure } from '../../domain/dossier-commands.ts';
import type { Applicant } from '../../domain/party.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import { missingOf } from '../../renderer/before-intake/asked-of-draft.ts';
import { standingDraft, standsBeforeIntake } from '../../renderer/before-intake/standing-draft.ts';
import {
  EMPTY_INTAKE,
  forSameApplicant,
  intakeInputOf,
  withProcedure,
  withUsualPapers,
  optionsOf,
} from '../../renderer/intake/intake-draft.ts';

const CODE = makeScanCode({ unitCode: '08311', station: 3, yearOfCentury: 20, runningNumber: 1 });
const AT = localMoment('2020-04-20T08:30');
const MAN: Applicant = {
  kind: 'person',
  name: 'Đinh Thị Mận',
  idNumber: '',
  phone: { kind: 'number', digits: '0912345678' },
  address: 'Khu 3',
};
const ARRIVED: Dossier = {
  id: dossierIdOf(CODE),
  status: 'awaiting-intake',
  applicant: MAN,
  filing: {
    scanCode: CODE,
    at: AT,
    procedure: namedProcedure(BIRTH_REGISTRATION),
    applicant: MAN,
    channel: 'post',
    arrivalNumber: 'EV1',
    filedAt: AT,
    actor: 'Hà Thị Lan',
    log: 'here',
    seq: 1,
  },
  appointments: [],
  trail: [],
  anomalies: [],
  pauses: [],
  supplementsAsked: 0,
  apologies: [],
  payments: [],
  refunds: [],
};

describe('the reception of what stands here already', () => {
  test('begins with all that is known of it, under its own code', () => {
    const draft = standingDraft(ARRIVED, [MARRIAGE_REGISTRATION, BIRTH_REGISTRATION]);
    expect(draft).toMatchObject({ name: 'Đinh Thị Mận', phone: '0912 345 678', noPhone: false, address: 'Khu 3' });
    expect(draft.procedure).toBe(BIRTH_REGISTRATION);
    expect(draft.standing).toEqual({ dossierId: ARRIVED.id, channel: 'post' });
    // Its appointment is reckoned as that of what comes by post.
    expect(optionsOf({ ...draft, options: { ...draft.options, channel: 'direct' } }).channel).toBe('post');
    expect(intakeInputOf(draft, BIRTH_REGISTRATION, false).dossierId).toBe(ARRIVED.id);
  });

  test('leaves out a procedure that ended, and says nothing about a phone that nobody asked for', () => {
    const draft = standingDraft({ ...ARRIVED, applicant: { ...MAN, phone: { kind: 'none' } } }, [
      MARRIAGE_REGISTRATION,
    ]);
    expect(draft.procedure).toBeUndefined();
    expect(draft).toMatchObject({ phone: '', noPhone: false });
  });

  test('is over with the next dossier of the same people', () => {
    const next = forSameApplicant(standingDraft(ARRIVED, [BIRTH_REGISTRATION]));
    expect(next.standing).toBeUndefined();
    expect(intakeInputOf(next, BIRTH_REGISTRATION, false)).not.toHaveProperty('dossierId');
  });

  test('is offered before a reception and at no other time', () => {
    expect(standsBeforeIntake(ARRIVED)).toBe(true);
    expect(standsBeforeIntake({ ...ARRIVED, status: 'supplement-before-intake' })).toBe(true);
    expect(standsBeforeIntake({ ...ARRIVED, status: 'intake-refused' })).toBe(false);
    expect(standsBeforeIntake({ ...ARRIVED, status: 'received' })).toBe(false);
  });
});

describe('what a citizen is asked to bring', () => {
  const draft = withProcedure(EMPTY_INTAKE, BIRTH_REGISTRATION);
  const idsOf = (of: typeof draft) => missingOf(of, BIRTH_REGISTRATION).map(({ id }) => id);

  test('begins with the required papers that are not in hand, and ends with a free line', () => {
    const missing = missingOf(draft, BIRTH_REGISTRATION);
    const required = BIRTH_REGISTRATION.requiredPapers.filter((paper) => paper.required).map(({ id }) => id);
    expect(missing.filter(({ isTicked }) => isTicked).map(({ id }) => id)).toEqual(required);
    expect(missing.at(-1)).toMatchObject({ id: '', name: '', isTicked: false });
  });

  test('leaves out what is in hand', () => {
    const optional = BIRTH_REGISTRATION.requiredPapers.filter((paper) => !paper.required).map(({ id }) => id);
    expect(idsOf(withUsualPapers(draft))).toEqual([...optional, '']);
  });
});
