import { expect, test } from 'vitest';
import { vndInWords } from '../../printing/layout/money-in-words.ts';

test.each([
  [0, 'Không đồng'],
  [8_000, 'Tám nghìn đồng'],
  [15_000, 'Mười lăm nghìn đồng'],
  [21_500, 'Hai mươi mốt nghìn năm trăm đồng'],
  [105_000, 'Một trăm linh năm nghìn đồng'],
  [111_011, 'Một trăm mười một nghìn không trăm mười một đồng'],
  [1_000_005, 'Một triệu không trăm linh năm đồng'],
  [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
])('%i is said as "%s"', (amountVnd, words) => {
  expect(vndInWords(amountVnd)).toBe(words);
});
