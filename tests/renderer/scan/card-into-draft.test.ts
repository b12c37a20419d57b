import { expect, test } from 'vitest';
import { fromCard, fromKnown } from '../../../renderer/intake/card-into-draft.ts';
import { EMPTY_INTAKE } from '../../../renderer/intake/intake-draft.ts';

const CARD = { idNumber: '025190001234', name: 'Lê Thị Na', address: 'Khu 5, Trung Sơn' };

test('a card fills an empty form without a question', () => {
  expect(fromCard(EMPTY_INTAKE, CARD)).toEqual({ part: CARD, differs: [] });
});

test('a number alone leaves name and address as they are', () => {
  const draft = { ...EMPTY_INTAKE, name: 'Lê Thị Na', address: 'Khu 9' };
  expect(fromCard(draft, { idNumber: CARD.idNumber })).toEqual({ part: { idNumber: CARD.idNumber }, differs: [] });
});

test('the same number in another spelling and the same name in capitals are the same', () => {
  const draft = { ...EMPTY_INTAKE, idNumber: '025 190 001 234', name: 'LÊ THỊ  NA' };
  expect(fromCard(draft, CARD).differs).toEqual([]);
});

test('what differs is asked about before it is written over', () => {
  const draft = { ...EMPTY_INTAKE, name: 'Bùi Văn Thêm', idNumber: '025085004321', address: 'Khu 5, Trung Sơn' };
  expect(fromCard(draft, CARD).differs).toEqual(['name', 'idNumber']);
});

test('where an organisation applies the card is that of who brings the dossier', () => {
  const draft = { ...EMPTY_INTAKE, kind: 'organisation' as const, name: 'Hợp tác xã Trung Sơn', address: 'Khu 1' };
  expect(fromCard(draft, CARD)).toEqual({
    part: { hasSubmitter: true, submitterId: CARD.idNumber, submitterName: CARD.name },
    differs: [],
  });
});

test('what is known of somebody fills only what is empty', () => {
  const known = {
    kind: 'person' as const,
    name: 'Lê Thị Na',
    idNumber: CARD.idNumber,
    phone: { kind: 'number' as const, digits: '0912345678' },
    address: 'Khu 5',
  };
  expect(fromKnown({ ...EMPTY_INTAKE, address: 'Khu 9' }, known)).toEqual({ name: 'Lê Thị Na', phone: '0912345678' });
  expect(fromKnown({ ...EMPTY_INTAKE, noPhone: true, name: 'Na' }, known)).toEqual({ address: 'Khu 5' });
});
