import { expect, test } from 'vitest';
import type { SavedView } from '../../electron/contract/look-up-commands.ts';
import { get, openTestCounter } from '../support/counter.ts';

const LATE: SavedView = {
  name: 'Quá hạn',
  lookedFor: { text: '', filter: { state: 'late' }, sort: { by: 'appointment', descending: false } },
  columns: ['number', 'applicant', 'appointment'],
};

test('a view is kept over the night, renamed and removed, and told of what it cannot be called', async () => {
  const { call, restart } = await openTestCounter();
  expect(await call('view.list', {})).toEqual([]);
  get(await call('view.save', { view: LATE }));
  const mine: SavedView = { ...LATE, name: 'Của tôi', lookedFor: { text: 'nguyen', filter: { clerk: 'Hà Thị Lan' } } };
  get(await call('view.save', { view: mine }));
  await restart();
  expect(await call('view.list', {})).toEqual([LATE, mine]);
  expect(await call('view.rename', { name: 'Quá hạn', to: 'Của tôi' })).toEqual({
    ok: false,
    refusal: { code: 'name-taken' },
  });
  get(await call('view.rename', { name: 'Quá hạn', to: 'Trễ hẹn' }));
  get(await call('view.remove', { name: 'Của tôi' }));
  expect(await call('view.list', {})).toEqual([{ ...LATE, name: 'Trễ hẹn' }]);
});

test('each person has views of the own', async () => {
  const { call } = await openTestCounter();
  get(await call('view.save', { view: LATE }));
  const roles = ['counter-clerk'] as const;
  const other = get(await call('account.open', { name: 'Đinh Văn Hùng', roles, passphrase: 'bốn năm sáu' }));
  await call('account.signOut', {});
  get(await call('account.signIn', { accountId: other.id, passphrase: 'bốn năm sáu' }));
  expect(await call('view.list', {})).toEqual([]);
});
