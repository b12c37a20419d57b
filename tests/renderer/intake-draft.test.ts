import { describe, expect, test } from 'vitest';
import { COPY_FROM_ORIGINAL } from '../../domain/catalogue/certification-procedures.ts';
import { BIRTH_REGISTRATION, MARRIAGE_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import { errorsOfAnswer, errorsShown, fieldRefusals, withoutTouched } from '../../renderer/intake/field-errors.ts';
import {
  EMPTY_INTAKE,
  forSameApplicant,
  type IntakeDraft,
  intakeInputOf,
  paperDraft,
  withPaper,
  withProcedure,
  withUsualPapers,
} from '../../renderer/intake/intake-draft.ts';

const BIRTH = BIRTH_REGISTRATION;
const REQUIRED = BIRTH.requiredPapers.filter((paper) => paper.required);
const PAPER = BIRTH.requiredPapers[0];

const FILLED: IntakeDraft = withUsualPapers({
  ...withProcedure(EMPTY_INTAKE, BIRTH),
  name: 'Hoàng Đức Ả',
  phone: '0987 654 321',
  address: 'Khu 5, xã Mỹ Lung',
});

describe('the papers of a reception', () => {
  test('no paper is ticked before the clerk has it in hand', () => {
    expect(intakeInputOf(withProcedure(EMPTY_INTAKE, BIRTH), BIRTH, false).papers).toEqual([]);
  });

  test('the usual set ticks what is required, with the numbers that the procedure asks for', () => {
    expect(intakeInputOf(FILLED, BIRTH, false).papers).toEqual(
      REQUIRED.map(({ id, originals, copies }) => ({ id, originals, copies })),
    );
  });

  test('the usual set keeps the numbers that were typed', () => {
    if (!PAPER) throw new Error('the procedure has no paper');
    const typed = withUsualPapers(withPaper(withProcedure(EMPTY_INTAKE, BIRTH), PAPER, { copies: '3' }));
    expect(paperDraft(typed, PAPER)).toMatchObject({ ticked: true, copies: '3' });
  });

  test('typing a number ticks the paper, clearing it counts as none', () => {
    if (!PAPER) throw new Error('the procedure has no paper');
    const typed = withPaper(withProcedure(EMPTY_INTAKE, BIRTH), PAPER, { originals: '' });
    expect(intakeInputOf(typed, BIRTH, false).papers[0]).toMatchObject({ id: PAPER.id, originals: 0 });
  });
});

describe('from one dossier to the next', () => {
  test('another procedure begins with its own papers, the people stay', () => {
    const changed = withProcedure(FILLED, MARRIAGE_REGISTRATION);
    expect(changed.papers).toEqual({});
    expect(changed.name).toBe('Hoàng Đức Ả');
  });

  test('certified copies are given at once by who may make results, and by nobody else', () => {
    expect(withProcedure(FILLED, COPY_FROM_ORIGINAL, true).isOnTheSpot).toBe(true);
    expect(withProcedure(FILLED, COPY_FROM_ORIGINAL, false).isOnTheSpot).toBe(false);
    expect(withProcedure(FILLED, MARRIAGE_REGISTRATION, true).isOnTheSpot).toBe(false);
  });

  test('who takes the result home at once need leave neither phone nor address', () => {
    const draft = withUsualPapers(withProcedure({ ...EMPTY_INTAKE, name: 'Hà Văn Phúc' }, COPY_FROM_ORIGINAL, true));
    expect(fieldRefusals(draft, false)).toEqual([]);
    expect(fieldRefusals({ ...draft, isOnTheSpot: false }, false).map(({ field }) => field)).toEqual([
      'applicant.phone',
      'applicant.address',
    ]);
  });

  test('what is given at once is wanted nowhere else, until that is turned off again', () => {
    const { options } = EMPTY_INTAKE;
    const draft: IntakeDraft = {
      ...EMPTY_INTAKE,
      options: { ...options, resultAt: 'home-by-post', resultAddress: 'Khu 5' },
      isOnTheSpot: true,
    };
    expect(intakeInputOf(draft, COPY_FROM_ORIGINAL, false).resultWanted).toBeUndefined();
    expect(intakeInputOf({ ...draft, isOnTheSpot: false }, COPY_FROM_ORIGINAL, false).resultWanted).toEqual({
      at: 'home-by-post',
      address: 'Khu 5',
    });
  });

  test('the same procedure chosen again keeps its ticks', () => {
    expect(withProcedure(FILLED, BIRTH)).toBe(FILLED);
  });

  test('a dossier for the same applicant keeps the people and nothing else', () => {
    const next = forSameApplicant({ ...FILLED, sets: '2' });
    expect(next).toEqual({ ...FILLED, procedure: undefined, papers: {}, sets: '1' });
  });
});

describe('what is sent', () => {
  test('"không có" sends no phone, whatever was typed before', () => {
    const { applicant } = intakeInputOf({ ...FILLED, noPhone: true }, BIRTH, false);
    expect(applicant).toMatchObject({ phone: '', noPhone: true });
  });

  test('a submitter goes along only when somebody else brings the dossier', () => {
    const typed = { ...FILLED, submitterName: 'Hoàng Thị Hoa' };
    expect(intakeInputOf(typed, BIRTH, false).submitter).toBeUndefined();
    expect(intakeInputOf({ ...typed, hasSubmitter: true }, BIRTH, false).submitter?.name).toBe('Hoàng Thị Hoa');
  });

  test('an agreed date goes along only when none can be computed, in the form of the rules', () => {
    const typed = { ...FILLED, agreedDate: '11/5/2020', agreedReason: 'Theo thỏa thuận' };
    expect(intakeInputOf(typed, BIRTH, false).agreedAppointment).toBeUndefined();
    expect(intakeInputOf(typed, BIRTH, true).agreedAppointment).toEqual({
      date: '2020-05-11',
      reason: 'Theo thỏa thuận',
    });
  });

  test('a number of sets that is no number is refused by the rules, not sent as one', () => {
    for (const sets of ['', 'hai', '-1', '0', '21', '1000']) {
      expect(fieldRefusals({ ...FILLED, sets }, false)).toEqual([{ field: 'sets', code: 'out-of-range' }]);
    }
  });
});

describe('errors at fields', () => {
  test('a complete draft has none', () => {
    expect(fieldRefusals(FILLED, false)).toEqual([]);
  });

  test('a field that was not left yet shows no error', () => {
    const refusals = fieldRefusals({ ...FILLED, name: '', phone: '12' }, false);
    expect(errorsShown(refusals, new Set())).toEqual({});
    expect(Object.keys(errorsShown(refusals, new Set(['applicant.phone'])))).toEqual(['applicant.phone']);
    expect(Object.keys(errorsShown(refusals, 'all'))).toEqual(['applicant.name', 'applicant.phone']);
  });

  test('nothing is refused while no procedure is chosen', () => {
    expect(fieldRefusals(EMPTY_INTAKE, false)).toEqual([]);
  });

  test('an agreed date in the past is an error of its field', () => {
    expect(Object.keys(errorsOfAnswer({ code: 'agreed-date-in-the-past' }))).toEqual(['agreedAppointment.date']);
  });

  test('what the core found goes when its field is touched, and only then', () => {
    const errors = { 'applicant.name': 'a', 'applicant.phone': 'b' };
    expect(withoutTouched(errors, { noPhone: true })).toEqual({ 'applicant.name': 'a' });
    expect(withoutTouched(errors, { address: 'x' })).toEqual(errors);
  });
});
