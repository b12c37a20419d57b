import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../domain/catalogue-import/read-catalogue.ts';
import { BIRTH } from '../fixtures.ts';
import { CONTEXT, portalRow, readOne } from './known.ts';

const COUNCIL =
  'Mức lệ phí do Hội đồng nhân dân tỉnh quyết định. Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật';

describe('a fee of zero', () => {
  test.each(['0', 0, '0 Việt Nam Đồng', '0 đồng'])('%j is set by the council, with a warning', (value) => {
    const { procedure, warnings } = readOne({ fees: [{ value }] });
    expect(procedure?.fees).toMatchObject([{ id: 'duty', amount: { kind: 'set-by-council' } }]);
    expect(warnings).toEqual(['zero-may-mean-council']);
  });

  test.each(['Không thu', 'Không', 'Không có', 'Miễn lệ phí.', 'Miễn phí', 'Không thu phí, lệ phí'])(
    'with the words "%s" it is nothing to pay',
    (description) => {
      expect(readOne({ fees: [{ value: 0, description }] })).toMatchObject({ procedure: { fees: [] }, warnings: [] });
    },
  );

  test.each([COUNCIL, 'Miễn lệ phí đối với hộ nghèo', 'Không thu phí đối với trẻ em', 'Các xã miền núi'])(
    '"%s" does not make it free',
    (description) => {
      expect(readOne({ fees: [{ value: 0, description }] }).warnings).toEqual(['zero-may-mean-council']);
    },
  );
});

describe('amounts', () => {
  test('thousands are written with dots, with commas and without', () => {
    for (const value of [20_000, '20000', '20.000', '20,000 Việt Nam Đồng', '20.000đ']) {
      expect(readOne({ fees: [{ value }] }).procedure?.fees).toMatchObject([
        { id: 'fee', kind: 'fee', amount: { kind: 'flat', vnd: 20_000, per: 'dossier' } },
      ]);
    }
  });

  test('the unit and the kind come from the words', () => {
    expect(readOne({ fees: '8.000 đồng/bản sao' }).procedure?.fees).toMatchObject([
      { amount: { kind: 'flat', vnd: 8_000, per: 'copy' } },
    ]);
    expect(readOne({ fees: [{ value: 5_000, description: 'Lệ phí' }] }).procedure?.fees).toMatchObject([
      { id: 'duty', kind: 'duty', name: 'Lệ phí' },
    ]);
  });

  test('certified copies are paid by page', () => {
    const text = '2.000 đồng/trang; từ trang thứ ba trở lên thu 1.000 đồng/trang, tối đa không quá 200.000 đồng/bản';
    expect(readOne({ fees: [{ value: null, description: text }] }).procedure?.fees).toMatchObject([
      { amount: { kind: 'by-page', firstPages: 2, firstVnd: 2_000, nextVnd: 1_000, capVnd: 200_000 } },
    ]);
  });

  test('who pays nothing is read from the words', () => {
    expect(readOne({ fees: [{ value: null, description: COUNCIL }] }).procedure?.fees).toMatchObject([
      { amount: { kind: 'set-by-council' }, exempt: ['poor-household', 'disabled'], note: COUNCIL },
    ]);
  });

  test.each([
    [700, 'fee-too-small'],
    [-1, 'fee-not-a-whole-amount'],
    ['10.5', 'fee-not-a-whole-amount'],
    ['50.000 đồng hoặc 100.000 đồng', 'fee-unclear'],
  ])('%j is to fix', (value, problem) => {
    expect(readOne({ fees: [{ value }] }).problems).toEqual([problem]);
  });

  test('an amount that the words beside it do not know is a warning', () => {
    const { warnings } = readOne({ fees: [{ value: 15_000, description: '25.000 đồng/giao dịch' }] });
    expect(warnings).toEqual(['fee-differs-from-text']);
  });
});

describe('channels', () => {
  test('each pays what stands with it; the post pays what the counter does', () => {
    const executionMethods = [
      { submissionMethod: 'ONLINE', fees: [{ value: 10_000 }] },
      { submissionMethod: 'DIRECT', fees: [{ value: 20_000 }] },
    ];
    expect(readOne({ fees: undefined, executionMethods }).procedure?.fees).toMatchObject([
      { id: 'fee', amount: { vnd: 20_000 }, channels: ['direct', 'post'] },
      { id: 'fee-2', amount: { vnd: 10_000 }, channels: ['online'] },
    ]);
  });

  test('one fee of all channels names none', () => {
    const executionMethods = ['DIRECT_AND_ONLINE', 'POSTAL'].map((submissionMethod) => ({
      submissionMethod,
      fees: [{ value: 20_000 }],
    }));
    const [fee, ...others] = readOne({ fees: undefined, executionMethods }).procedure?.fees ?? [];
    expect(fee).not.toHaveProperty('channels');
    expect(others).toEqual([]);
  });
});

test('where the file is silent, the known fees stay', () => {
  const row = portalRow({ code: BIRTH.code, name: BIRTH.name, fees: [] });
  const { accepted } = readCatalogue([row], CONTEXT);
  expect(accepted[0]?.procedure.fees).toEqual(BIRTH.fees);
  expect(accepted[0]?.warnings.map(({ code }) => code)).toEqual(['fee-not-given']);
  expect(readOne({ fees: 'Không có thông tin' }).procedure?.fees).toMatchObject([
    { amount: { kind: 'set-by-council' } },
  ]);
});
