import { describe, expect, test } from 'vitest';
import { LARGEST_UNIT_FILE_BYTES, parseUnitFile } from '../../renderer/set-up/unit-file.ts';

const MY_LUNG = {
  code: '08293',
  name: 'Xã Mỹ Lung',
  upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'],
  organisationCode: '000.01.22.H44',
};

function units(json: unknown) {
  const parsed = parseUnitFile(JSON.stringify(json));
  return parsed.ok ? parsed.value : [];
}

describe('a file of units', () => {
  test('one unit is read, alone, under "unit", in a list or under "units"', () => {
    for (const json of [MY_LUNG, { unit: MY_LUNG }, [MY_LUNG], { units: [MY_LUNG] }]) {
      expect(units(json)).toEqual([MY_LUNG]);
    }
  });

  test('keys of other lists are understood', () => {
    expect(units({ units: [{ code: '08290', nameVi: 'Thị trấn Yên Lập', type: 'thi_tran' }] })).toEqual([
      { code: '08290', name: 'Thị trấn Yên Lập', upperNames: [], organisationCode: '' },
    ]);
  });

  test('a code that a spreadsheet made a number gets its nought back', () => {
    expect(units({ ...MY_LUNG, code: 8293 })).toEqual([MY_LUNG]);
  });

  test('the bodies above may stand in one text', () => {
    expect(units({ ...MY_LUNG, upperNames: 'Huyện Yên Lập; Tỉnh Phú Thọ' })).toEqual([MY_LUNG]);
    expect(units({ ...MY_LUNG, upperNames: 'Huyện Yên Lập\n\nTỉnh Phú Thọ\n' })).toEqual([MY_LUNG]);
  });

  test('names are kept composed, whatever the file had', () => {
    expect(units({ ...MY_LUNG, name: 'Xã Mỹ Lung'.normalize('NFD') })).toEqual([MY_LUNG]);
  });

  test('a byte order mark does no harm', () => {
    expect(parseUnitFile(`\uFEFF${JSON.stringify(MY_LUNG)}`)).toEqual({ ok: true, value: [MY_LUNG] });
  });

  test('what is no unit is passed over, and a code that comes twice counts once, as it stands first', () => {
    const other = { ...MY_LUNG, code: '08296', name: 'Xã Mỹ Lương' };
    expect(units([null, 'x', { name: 'no code' }, MY_LUNG, other, { ...MY_LUNG, name: 'Xã khác' }])).toEqual([
      MY_LUNG,
      other,
    ]);
  });
});

describe('a file that is refused', () => {
  test.each(['', 'Xã Mỹ Lung;08293', '{"code":'])('%j is not JSON', (text) => {
    expect(parseUnitFile(text)).toEqual({ ok: false, refusal: { code: 'not-json' } });
  });

  test.each(['null', '[]', '{}', '{"code":"829","name":"Xã Mỹ Lung"}', '{"code":"08293"}'])(
    '%s has no unit',
    (text) => {
      expect(parseUnitFile(text)).toEqual({ ok: false, refusal: { code: 'no-unit' } });
    },
  );

  test('a file far too large is not even read', () => {
    expect(parseUnitFile(' '.repeat(LARGEST_UNIT_FILE_BYTES + 1))).toEqual({
      ok: false,
      refusal: { code: 'too-large' },
    });
  });
});
