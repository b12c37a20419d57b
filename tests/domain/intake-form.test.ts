import { describe, expect, test } from 'vitest';
import { type IntakeInput, parseIntakeForm } from '../../domain/intake-form.ts';
import { isPossibleId, tidyText } from '../../domain/typed-text.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import { BIRTH, BIRTH_INPUT, COOPERATIVE, NUMBERS, refusalOf, valueOf } from './fixtures.ts';

function form(input: IntakeInput) {
  return valueOf(parseIntakeForm(input, BIRTH));
}

function refusals(input: IntakeInput) {
  return refusalOf(parseIntakeForm(input, BIRTH));
}

function withApplicant(applicant: Partial<IntakeInput['applicant']>): IntakeInput {
  return { ...BIRTH_INPUT, applicant: { ...BIRTH_INPUT.applicant, ...applicant } };
}

describe('a form that is in order', () => {
  test('becomes the intake form with the papers under their published names', () => {
    const { applicant, papers, sets, procedure } = form(BIRTH_INPUT);
    expect(procedure).toBe(BIRTH);
    expect(applicant.phone).toEqual({ kind: 'number', digits: '0912345678' });
    expect(papers[0]).toEqual({ id: 'declaration', name: 'Tờ khai đăng ký khai sinh', originals: 1, copies: 0 });
    expect(papers).toHaveLength(3);
    expect(sets).toBe(1);
  });

  test('knows no submitter when the applicant comes in person', () => {
    expect('submitter' in form(BIRTH_INPUT)).toBe(false);
  });

  test('keeps a name as it was typed but for stray spaces and decomposed letters', () => {
    const { applicant } = form(withApplicant({ name: `  Vàng  A-Sình\t${'Tẩn'.normalize('NFD')} ` }));
    expect(applicant.name).toBe('Vàng A-Sình Tẩn'.normalize('NFC'));
  });

  test('takes "không có" for an answer where a phone is asked', () => {
    expect(form(withApplicant({ phone: ' ', noPhone: true })).applicant.phone).toEqual({ kind: 'none' });
  });

  test('prefers a number that was typed over "không có"', () => {
    expect(form(withApplicant({ noPhone: true })).applicant.phone.kind).toBe('number');
  });

  test('needs no address of who takes the result home at once, and keeps the one that is typed', () => {
    const onTheSpot = (address: string) =>
      valueOf(parseIntakeForm(withApplicant({ address }), BIRTH, { isOnTheSpot: true })).applicant.address;
    expect(onTheSpot('  ')).toBe('');
    expect(onTheSpot(' Khu 3 ')).toBe('Khu 3');
    expect(refusals(withApplicant({ address: '  ' }))).toEqual([{ field: 'applicant.address', code: 'missing' }]);
  });

  test('takes a submitter without a phone', () => {
    const { submitter } = form({ ...BIRTH_INPUT, submitter: { name: 'Hà Văn Páo', idNumber: '', phone: '' } });
    expect(submitter).toEqual({ name: 'Hà Văn Páo', idNumber: '', phone: { kind: 'none' } });
  });

  test('lists the papers in the published order and leaves out what is not on the list', () => {
    const papers = [...BIRTH_INPUT.papers, { id: 'not-on-the-list', originals: 1, copies: 0 }].toReversed();
    const published = BIRTH.requiredPapers.filter((paper) => paper.required).map((paper) => paper.id);
    expect(form({ ...BIRTH_INPUT, papers }).papers.map((paper) => paper.id)).toEqual(published);
  });

  test('carries the date the clerk agreed on, with the reason', () => {
    const input: IntakeInput = {
      ...BIRTH_INPUT,
      procedureCode: COOPERATIVE.code,
      papers: COOPERATIVE.requiredPapers.map(({ id }) => ({ id, originals: 1, copies: 0 })),
      agreedAppointment: { date: '2020-04-27', reason: ' Đã hẹn  với người nộp ' },
    };
    expect(valueOf(parseIntakeForm(input, COOPERATIVE)).agreedAppointment).toEqual({
      date: '2020-04-27',
      reason: 'Đã hẹn với người nộp',
    });
  });
});

describe('what a clerk may say beside the papers', () => {
  test('is nothing at all: then it was brought to the counter, and the result is fetched there', () => {
    expect(form(BIRTH_INPUT)).toMatchObject({ channel: 'direct', resultWanted: { at: 'counter' }, hidesTitle: false });
    for (const member of ['fees', 'corrects']) expect(form(BIRTH_INPUT)).not.toHaveProperty(member);
  });

  test('is the channel it came through', () => {
    expect(form({ ...BIRTH_INPUT, channel: 'post' }).channel).toBe('post');
  });

  test('is that the result goes home by post, with the address tidied', () => {
    const resultWanted = { at: 'home-by-post', address: '  Khu 3,  xã Xuân Viên ' } as const;
    expect(form({ ...BIRTH_INPUT, resultWanted }).resultWanted).toEqual({
      at: 'home-by-post',
      address: 'Khu 3, xã Xuân Viên',
    });
  });

  test.each(['counter', 'portal'] as const)('is that the result is wanted at the %s; no address is kept', (at) => {
    expect(form({ ...BIRTH_INPUT, resultWanted: { at, address: 'Khu 3' } }).resultWanted).toEqual({ at });
  });

  test('is what was counted for the fees, as it stands', () => {
    const fees = { counts: { pages: 3, copies: 2 }, chosen: ['more'] };
    expect(form({ ...BIRTH_INPUT, fees }).fees).toEqual(fees);
  });

  test('is the dossier whose wrong result this one corrects', () => {
    const corrects = dossierIdOf(NUMBERS.scanCode);
    expect(form({ ...BIRTH_INPUT, corrects }).corrects).toBe(corrects);
  });

  test.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('hides a title: sensitive %s, asked for %s -> %s', (isRestricted, hidesTitle, expected) => {
    const procedure = { ...BIRTH, isRestricted };
    expect(valueOf(parseIntakeForm({ ...BIRTH_INPUT, hidesTitle }, procedure)).hidesTitle).toBe(expected);
  });
});

describe('a form that needs the clerk', () => {
  test.each([
    ['', 'missing'],
    ['x'.repeat(301), 'too-long'],
  ])('a result sent home to "%s" is refused', (address, code) => {
    expect(refusals({ ...BIRTH_INPUT, resultWanted: { at: 'home-by-post', address } })).toEqual([
      { field: 'resultWanted.address', code },
    ]);
  });

  test.each<[string, Partial<IntakeInput['applicant']>, object]>([
    ['a missing name', { name: '  ' }, { field: 'applicant.name', code: 'missing' }],
    ['a name too long', { name: 'A'.repeat(201) }, { field: 'applicant.name', code: 'too-long' }],
    ['a missing address', { address: '' }, { field: 'applicant.address', code: 'missing' }],
    ['an address too long', { address: 'x'.repeat(301) }, { field: 'applicant.address', code: 'too-long' }],
    ['no phone and no word about it', { phone: '' }, { field: 'applicant.phone', code: 'missing' }],
    ['a phone that is none', { phone: '0912' }, { field: 'applicant.phone', code: 'not-a-phone' }],
    ['an id that cannot be one', { idNumber: 'số 5?' }, { field: 'applicant.idNumber', code: 'not-an-id' }],
  ])('%s is refused', (_what, applicant, refusal) => {
    expect(refusals(withApplicant(applicant))).toEqual([refusal]);
  });

  test('required papers that were not ticked are named', () => {
    const papers = BIRTH_INPUT.papers.filter((paper) => paper.id !== 'identity');
    expect(refusals({ ...BIRTH_INPUT, papers })).toEqual([
      { field: 'papers', code: 'papers-missing', papers: ['identity'] },
    ]);
  });

  test('a paper only some applicants need may be left out', () => {
    expect(BIRTH.requiredPapers.some((paper) => !paper.required)).toBe(true);
    expect(parseIntakeForm(BIRTH_INPUT, BIRTH).ok).toBe(true);
  });

  test.each([-1, 100, 0.5, Number.NaN])('%d sheets of a paper are refused', (originals) => {
    const papers = BIRTH_INPUT.papers.map((paper) => ({ ...paper, originals }));
    expect(refusals({ ...BIRTH_INPUT, papers })).toEqual([{ field: 'papers', code: 'out-of-range' }]);
  });

  test.each([0, 21, 1.5, Number.NaN])('%d sets are refused', (sets) => {
    expect(refusals({ ...BIRTH_INPUT, sets })).toEqual([{ field: 'sets', code: 'out-of-range' }]);
  });

  test.each([1, 20])('%d sets are taken', (sets) => {
    expect(form({ ...BIRTH_INPUT, sets }).sets).toBe(sets);
  });

  test('an agreed date that is no day, or has no reason, is refused', () => {
    expect(refusals({ ...BIRTH_INPUT, agreedAppointment: { date: '30/02/2020', reason: '' } })).toEqual([
      { field: 'agreedAppointment.date', code: 'not-a-date' },
      { field: 'agreedAppointment.reason', code: 'missing' },
    ]);
  });

  test('everything wrong is named at once, in the order of the screen', () => {
    const input: IntakeInput = {
      ...BIRTH_INPUT,
      applicant: { kind: 'person', name: '', idNumber: '?', phone: 'x', noPhone: false, address: '' },
      submitter: { name: '', idNumber: '?', phone: 'x' },
      papers: [],
      sets: 0,
      resultWanted: { at: 'home-by-post', address: '' },
    };
    expect(refusals(input).map((refusal) => refusal.field)).toEqual([
      'applicant.name',
      'applicant.idNumber',
      'applicant.phone',
      'applicant.address',
      'submitter.name',
      'submitter.idNumber',
      'submitter.phone',
      'papers',
      'sets',
      'resultWanted.address',
    ]);
  });
});

test.each([
  ['', true],
  ['025190000001', true],
  ['B1234567', true],
  ['12/2019-GKS', true],
  ['1234', false],
  ['0251 9000', false],
  ['x'.repeat(31), false],
])('an id "%s" is possible: %s', (text, expected) => {
  expect(isPossibleId(text)).toBe(expected);
});

test('tidying a text twice changes nothing more', () => {
  const once = tidyText('  Đinh  Thị\u00a0Mơ ');
  expect(once).toBe('Đinh Thị Mơ');
  expect(tidyText(once)).toBe(once);
});
