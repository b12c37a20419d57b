import { describe, expect, test } from 'vitest';
import { BIRTH_REGISTRATION, MARRIAGE_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import { EMPTY_INTAKE, type IntakeDraft, withProcedure, withUsualPapers } from '../../renderer/intake/intake-draft.ts';
import {
  type DraftBook,
  draftOf,
  isEmptyDraft,
  keptFormOf,
  parseDrafts,
  serialiseDrafts,
} from '../../renderer/intake/kept-drafts.ts';

const PROCEDURES = [BIRTH_REGISTRATION, MARRIAGE_REGISTRATION];
const TYPED: IntakeDraft = withUsualPapers({
  ...withProcedure(EMPTY_INTAKE, BIRTH_REGISTRATION),
  name: 'Hoàng Đức Ả',
  phone: '0987 654',
  noPhone: false,
  hasSubmitter: true,
  submitterName: 'Hoàng Thị',
});
const FORM = keptFormOf(TYPED);
const AT = localMoment('2020-04-20T09:12');
const NOTHING: DraftBook = { current: undefined, waiting: [], foreign: undefined };

function kept(book: Partial<DraftBook>): string {
  const content = serialiseDrafts({ ...NOTHING, ...book });
  if (content === undefined) throw new Error('nothing was kept');
  return content;
}

describe('a form that is kept', () => {
  test('comes back as it was typed, to the last half of a phone number', () => {
    const { current } = parseDrafts(kept({ current: FORM }));
    expect(current && draftOf(current, PROCEDURES)).toEqual(TYPED);
  });

  test('keeps what was counted for the fees and the options of the reception', () => {
    const typed: IntakeDraft = {
      ...TYPED,
      fees: { ...TYPED.fees, counts: { ...TYPED.fees.counts, copies: '2' }, exemption: 'poor-household' },
      options: { ...TYPED.options, channel: 'post', resultAt: 'home-by-post', resultAddress: 'Khu 5' },
      isOnTheSpot: true,
    };
    const { current } = parseDrafts(kept({ current: keptFormOf(typed) }));
    expect(current && draftOf(current, PROCEDURES)).toEqual(typed);
  });

  test('is not given at once any more when its procedure has taken longer since', () => {
    const form = keptFormOf({ ...TYPED, isOnTheSpot: true });
    expect(draftOf(form, [{ ...BIRTH_REGISTRATION, limit: { kind: 'working-days', days: 5 } }]).isOnTheSpot).toBe(
      false,
    );
    expect(draftOf(form, [BIRTH_REGISTRATION]).isOnTheSpot).toBe(true);
  });

  test('of a program that did not count fees yet comes back with none counted', () => {
    const { fees: _fees, options: _options, isOnTheSpot: _spot, ...older } = FORM;
    const { current } = parseDrafts(JSON.stringify({ kind: 'intake-drafts', v: 1, current: older, waiting: [] }));
    expect(current).toEqual(FORM);
  });

  test('holds no copy of the procedure, only its code', () => {
    const content = kept({ current: FORM });
    expect(content).toContain(BIRTH_REGISTRATION.code);
    expect(content).not.toContain(BIRTH_REGISTRATION.name);
  });

  test('of what stood here before comes back under its own code', () => {
    const standing: IntakeDraft['standing'] = {
      dossierId: dossierIdOf(makeScanCode({ unitCode: '08311', station: 3, yearOfCentury: 20, runningNumber: 1 })),
      channel: 'post',
    };
    const { current } = parseDrafts(kept({ current: keptFormOf({ ...TYPED, standing }) }));
    expect(current && draftOf(current, PROCEDURES)).toEqual({ ...TYPED, standing });
    expect(isEmptyDraft({ ...EMPTY_INTAKE, standing })).toBe(false);
    const unknownWay = kept({ current: FORM }).replace(
      '"kind":"person"',
      '"kind":"person","standing":{"channel":"air"}',
    );
    expect(parseDrafts(unknownWay).foreign).toBe(unknownWay);
  });

  test('whose procedure ended keeps the people and nothing of the procedure', () => {
    expect(draftOf(FORM, [MARRIAGE_REGISTRATION])).toEqual({ ...TYPED, procedure: undefined, papers: {} });
  });

  test('is not worth keeping while nothing was typed', () => {
    expect(isEmptyDraft(EMPTY_INTAKE)).toBe(true);
    expect(isEmptyDraft(withProcedure(EMPTY_INTAKE, BIRTH_REGISTRATION))).toBe(true);
    expect(isEmptyDraft({ ...EMPTY_INTAKE, kind: 'organisation' })).toBe(true);
    expect(isEmptyDraft({ ...EMPTY_INTAKE, name: 'H' })).toBe(false);
    expect(isEmptyDraft(withUsualPapers(withProcedure(EMPTY_INTAKE, BIRTH_REGISTRATION)))).toBe(false);
    expect(serialiseDrafts(NOTHING)).toBeUndefined();
  });
});

describe('what waits', () => {
  test('stays with what is being typed, newest first', () => {
    const waiting = [
      { form: FORM, at: AT },
      { form: { ...FORM, name: 'Bùi Văn Thêm' }, at: localMoment('2020-04-17T16:55') },
    ];
    expect(parseDrafts(kept({ current: { ...FORM, name: 'Hà Thị Đào' }, waiting })).waiting).toEqual(waiting);
    expect(parseDrafts(kept({ waiting }))).toEqual({ ...NOTHING, waiting });
  });
});

describe('what another version of the program wrote', () => {
  const foreign = '{"kind":"intake-drafts","v":7,"forms":[{"fields":[]}]}';

  test.for([
    ['a newer form', foreign],
    ['an older form', '{"name":"Hoàng Đức Ả"}'],
    ['no JSON', 'draft: 1'],
    ['a field of another type', kept({ current: FORM }).replace('"0987 654"', '987654')],
    ['a way to pay that is not known here', kept({ current: FORM }).replace('"cash"', '"card"')],
    ['a channel that is not known here', kept({ current: FORM }).replace('"direct"', '"drone"')],
    ['a field that is gone', kept({ current: FORM }).replace('"address"', '"addresses"')],
    ['a waiting form without its time', kept({ waiting: [{ form: FORM, at: AT }] }).replace(AT, 'hôm qua')],
  ])('is never offered and never lost: %s', ([, content]) => {
    const book = parseDrafts(content ?? '');
    expect(book).toEqual({ ...NOTHING, foreign: content });
    expect(serialiseDrafts(book)).toBe(content);
  });

  test('is carried along unread while something new is typed, and is alone again afterwards', () => {
    const book = parseDrafts(kept({ current: FORM, foreign }));
    expect(book).toMatchObject({ current: FORM, foreign });
    expect(serialiseDrafts({ ...book, current: undefined })).toBe(foreign);
  });
});
