import { expect, test } from 'vitest';
import { MOST_VIEWS, withoutView, withView, withViewRenamed } from '../../domain/saved-views.ts';

const A = { name: 'Quá hạn', of: 1 };
const B = { name: 'Của tôi', of: 2 };

test('a view is put behind the others, and takes the place of the one that is called so', () => {
  expect(withView([A], B)).toEqual({ ok: true, value: [A, B] });
  expect(withView([A, B], { name: '  Quá   hạn ', of: 3 })).toEqual({ ok: true, value: [{ ...A, of: 3 }, B] });
});

test('a view without a name, with too long a name, or the tenth is refused; another of the nine is not', () => {
  const nine = Array.from({ length: MOST_VIEWS }, (_, of) => ({ name: `Số ${of}`, of }));
  expect(withView([], { name: ' ' })).toEqual({ ok: false, refusal: { code: 'no-name' } });
  expect(withView([], { name: 'a'.repeat(61) })).toEqual({ ok: false, refusal: { code: 'name-too-long' } });
  expect(withView(nine, A)).toEqual({ ok: false, refusal: { code: 'too-many' } });
  expect(withView(nine, { name: 'Số 3', of: 30 }).ok).toBe(true);
});

test('a view keeps its place under another name, which no other may have', () => {
  expect(withViewRenamed([A, B], 'Quá hạn', 'Trễ')).toEqual({ ok: true, value: [{ ...A, name: 'Trễ' }, B] });
  expect(withViewRenamed([A, B], 'Quá hạn', 'Quá hạn')).toEqual({ ok: true, value: [A, B] });
  expect(withViewRenamed([A, B], 'Quá hạn', 'Của tôi')).toEqual({ ok: false, refusal: { code: 'name-taken' } });
  expect(withViewRenamed([A, B], 'Quá hạn', '')).toEqual({ ok: false, refusal: { code: 'no-name' } });
  expect(withViewRenamed([B], 'Quá hạn', 'Trễ')).toEqual({ ok: false, refusal: { code: 'view-gone' } });
});

test('a view that is removed is gone, and one that is not there leaves the others', () => {
  expect(withoutView([A, B], 'Quá hạn')).toEqual([B]);
  expect(withoutView([B], 'Quá hạn')).toEqual([B]);
});
