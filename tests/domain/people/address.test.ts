import { expect, test } from 'vitest';
import { YEN_LAP_UNITS } from '../../../domain/catalogue/yen-lap-units.ts';
import { addressIn, addressText } from '../../../domain/people/address.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { unitOf } from '../fixtures.ts';

const lastDayOfDistricts = plainDate('2025-06-30');
const firstDayWithout = plainDate('2025-07-01');

test('until 30 June 2025 an address names hamlet, commune, district and province', () => {
  const unit = unitOf('Xã Xuân Viên');
  expect(addressText({ hamlet: 'Khu 3', unit, day: lastDayOfDistricts })).toBe(
    'Khu 3, xã Xuân Viên, huyện Yên Lập, tỉnh Phú Thọ',
  );
});

test('from 1 July 2025 it names hamlet, commune and province', () => {
  const address = addressIn(YEN_LAP_UNITS, { hamlet: ' Khu  3 ', unitCode: '08305', day: firstDayWithout });
  expect(address).toEqual({
    text: 'Khu 3, xã Xuân Viên, tỉnh Phú Thọ',
    unitCode: '08305',
    day: firstDayWithout,
  });
});

test('one code is another commune in another era', () => {
  const at = { hamlet: 'Khu Tân An 2', unitCode: '08290' };
  expect(addressIn(YEN_LAP_UNITS, { ...at, day: lastDayOfDistricts })?.text).toBe(
    'Khu Tân An 2, thị trấn Yên Lập, huyện Yên Lập, tỉnh Phú Thọ',
  );
  expect(addressIn(YEN_LAP_UNITS, { ...at, day: firstDayWithout })?.text).toBe(
    'Khu Tân An 2, xã Yên Lập, tỉnh Phú Thọ',
  );
});

test('without a hamlet it begins with the commune, in a capital', () => {
  const address = addressIn(YEN_LAP_UNITS, { hamlet: '', unitCode: '08305', day: firstDayWithout });
  expect(address?.text).toBe('Xã Xuân Viên, tỉnh Phú Thọ');
});

test('a commune that was not in force that day gives no address', () => {
  const day = firstDayWithout;
  expect(addressText({ hamlet: 'Khu 1', unit: unitOf('Xã Mỹ Lung'), day })).toBeUndefined();
  expect(addressIn(YEN_LAP_UNITS, { hamlet: 'Khu 1', unitCode: '08293', day })).toBeUndefined();
  expect(addressIn(YEN_LAP_UNITS, { hamlet: 'Khu 1', unitCode: '99999', day })).toBeUndefined();
});
