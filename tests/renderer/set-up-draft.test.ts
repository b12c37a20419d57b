import { describe, expect, test } from 'vitest';
import { printerChoiceOf, printerDraftOf } from '../../renderer/settings/printer-draft.ts';
import { EMPTY_SET_UP, setUpFormOf, withUnit } from '../../renderer/set-up/set-up-draft.ts';

const UNIT = {
  code: '08293',
  name: 'Xã Mỹ Lung',
  upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'],
  organisationCode: '000.82.22.H44',
};

describe('the set-up', () => {
  test('a sample fills everything but its made-up organisation code', () => {
    expect(withUnit({ ...EMPTY_SET_UP, organisationCode: 'H44.1' }, UNIT, true)).toMatchObject({
      unitCode: '08293',
      upperNames: 'Huyện Yên Lập\nTỉnh Phú Thọ',
      organisationCode: '',
    });
  });

  test('a unit from a file brings its organisation code', () => {
    expect(withUnit(EMPTY_SET_UP, UNIT, false).organisationCode).toBe('000.82.22.H44');
  });

  test('the bodies above are the lines that say something, in their order', () => {
    const form = setUpFormOf({ ...EMPTY_SET_UP, upperNames: ' Huyện Yên Lập \n\nTỉnh Phú Thọ\n' });
    expect(form.unit.upperNames).toEqual(['Huyện Yên Lập', 'Tỉnh Phú Thọ']);
  });

  test('no station is chosen for the clerk', () => {
    expect(setUpFormOf(EMPTY_SET_UP).station).toBe(0);
    expect(setUpFormOf({ ...EMPTY_SET_UP, station: '07' }).station).toBe(7);
    expect(setUpFormOf({ ...EMPTY_SET_UP, station: 'x' }).station).toBe(0);
  });
});

describe('the printer', () => {
  test('a choice goes into the fields and comes back the same', () => {
    const choices = [{ kind: 'none' }, { kind: 'virtual' }, { kind: 'tcp', host: '10.0.0.9', port: 9101 }] as const;
    for (const choice of choices) expect(printerChoiceOf(printerDraftOf(choice))).toEqual(choice);
  });

  test('an address typed for another kind of printer is not sent', () => {
    expect(printerChoiceOf({ kind: 'none', host: '10.0.0.9', port: '9100' })).toEqual({ kind: 'none' });
  });

  test('a port that is no number is one that is refused', () => {
    expect(printerChoiceOf({ kind: 'tcp', host: ' 10.0.0.9 ', port: 'raw' })).toEqual({
      kind: 'tcp',
      host: '10.0.0.9',
      port: 0,
    });
  });
});
