import { expect, test } from 'vitest';
import { makeScanCode } from '../../../domain/scan-code.ts';
import { hearText } from '../../../renderer/scan/heard.ts';
import { notUsedText } from '../../../renderer/text/scan.ts';

const CODE = makeScanCode({ unitCode: '08293', station: 1, yearOfCentury: 20, runningNumber: 42 });
const CARD = '025190001234||Lê Thị Na|01021990|Nữ|Khu 5, Trung Sơn, Phú Thọ|10052021';

test.each([CODE, `]C1${CODE}`, ` ${CODE}\r`])('"%s" is a slip', (text) => {
  expect(hearText(text)).toEqual({ kind: 'slip', scanCode: CODE });
});

test('the square code of a citizen card is a card', () => {
  expect(hearText(CARD)).toMatchObject({ kind: 'card', card: { idNumber: '025190001234', name: 'Lê Thị Na' } });
});

test('a health-insurance card is a card that cannot be used, and is called by its name', () => {
  const heard = hearText(`DN4250123456789|${Buffer.from('Lê Thị Na').toString('hex')}|01/02/1990|2`);
  expect(heard).toEqual({ kind: 'card-trouble', refusal: { code: 'health-card' } });
  expect(heard.kind === 'slip' ? '' : notUsedText(heard).body).toContain('bảo hiểm y tế');
});

test('anything else is to be scanned again, and nothing of its text is told on', () => {
  const heard = hearText(']Q1https://example.vn/12');
  expect(heard).toEqual({ kind: 'misread', digits: 2, keys: 21, hasPrefix: true });
  expect(JSON.stringify(heard)).not.toContain('example');
});

test('a prefix is named as what to switch off', () => {
  expect(notUsedText({ kind: 'misread', digits: 15, keys: 18, hasPrefix: true }).body).toContain('tiền tố');
  expect(notUsedText({ kind: 'misread', digits: 15, keys: 15, hasPrefix: false }).body).not.toContain('tiền tố');
});
