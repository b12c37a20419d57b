import { describe, expect, test } from 'vitest';
import { printerChoiceOf, printerDraftOf } from '../../renderer/printing/printer-draft.ts';
import { EMPTY_PROTECTION, protectionChoiceOf } from '../../renderer/protection/protection-draft.ts';
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
    const form = setUpFormOf({ ...EMPTY_SET_UP, upperNames: ' Huyện Yên Lập \n\nTỉnh Phú Thọ\n' }, true);
    expect(form.unit.upperNames).toEqual(['Huyện Yên Lập', 'Tỉnh Phú Thọ']);
  });

  test('a passphrase of the first person that was typed in two ways is not sent', () => {
    const typed = { ...EMPTY_SET_UP, accountPassphrase: 'ngõ nhỏ', accountRepeat: 'ngõ nhỏ'.normalize('NFD') };
    expect(setUpFormOf(typed, true).accountPassphrase).toBe('ngõ nhỏ');
    expect(setUpFormOf({ ...typed, accountRepeat: 'ngõ to' }, true).accountPassphrase).toBe('');
  });

  test('no station is chosen for the clerk', () => {
    expect(setUpFormOf(EMPTY_SET_UP, true).station).toBe(0);
    expect(setUpFormOf({ ...EMPTY_SET_UP, station: '07' }, true).station).toBe(7);
    expect(setUpFormOf({ ...EMPTY_SET_UP, station: 'x' }, true).station).toBe(0);
  });
});

describe('the printer', () => {
  test('a choice goes into the fields and comes back the same', () => {
    const choices = [
      { kind: 'none' },
      { kind: 'virtual' },
      { kind: 'tcp', host: '10.0.0.9', port: 9101 },
      { kind: 'device', path: 'COM3' },
    ] as const;
    for (const choice of choices) expect(printerChoiceOf(printerDraftOf(choice))).toEqual(choice);
  });

  test('an address typed for another kind of printer is not sent', () => {
    expect(printerChoiceOf({ kind: 'none', path: '', host: '10.0.0.9', port: '9100' })).toEqual({ kind: 'none' });
  });

  test('a port that is no number is one that is refused', () => {
    expect(printerChoiceOf({ kind: 'tcp', path: '', host: ' 10.0.0.9 ', port: 'raw' })).toEqual({
      kind: 'tcp',
      host: '10.0.0.9',
      port: 0,
    });
  });
});

describe('the protection of the data', () => {
  const typed = (passphrase: string, repeat = passphrase) => ({ kind: 'passphrase' as const, passphrase, repeat });

  test('the key store where there is one, else a passphrase; plain is nobody’s default', () => {
    expect(protectionChoiceOf(EMPTY_PROTECTION, true)).toEqual({ ok: true, value: { kind: 'key-store' } });
    expect(protectionChoiceOf(EMPTY_PROTECTION, false)).toEqual({ ok: false, refusal: 'missing' });
    expect(protectionChoiceOf({ ...EMPTY_PROTECTION, kind: 'none' }, true)).toMatchObject({ value: { kind: 'none' } });
  });

  test('a passphrase is refused at its field when it is short or was typed in two ways', () => {
    expect(protectionChoiceOf(typed('ngắn'), true)).toEqual({ ok: false, refusal: 'too-short' });
    expect(protectionChoiceOf(typed('suối nước rừng', 'suối nước rung'), true)).toMatchObject({ refusal: 'differs' });
  });

  test('the same letters typed by two input methods are the same', () => {
    const one = 'suối nước rừng xanh';
    const choice = protectionChoiceOf(typed(one, one.normalize('NFD')), false);
    expect(choice).toEqual({ ok: true, value: { kind: 'passphrase', passphrase: one.normalize('NFC') } });
  });

  test('one that was typed in two ways never sets anything up: what is sent is refused', () => {
    const draft = { ...EMPTY_SET_UP, protection: typed('suối nước rừng', 'khác hẳn') };
    expect(setUpFormOf(draft, true).protection).toEqual({ kind: 'passphrase', passphrase: '' });
  });
});
