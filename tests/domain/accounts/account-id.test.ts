import { expect, test } from 'vitest';
import { accountSubject, parseAccountId, parseAccountSubject } from '../../../domain/accounts/account-id.ts';
import { MO } from './people.ts';

test('an account’s id is twelve lower-case hex digits', () => {
  expect(parseAccountId('0123456789af')).toBe('0123456789af');
  for (const text of ['', '0123456789a', '0123456789abc', '0123456789AF', '0123456789ag', ' 123456789ab']) {
    expect(parseAccountId(text)).toBeUndefined();
  }
});

test('the subject of an event leads back to the account, and fits where subjects are kept', () => {
  const subject = accountSubject(MO);
  expect(subject.length).toBeLessThanOrEqual(40);
  expect(parseAccountSubject(subject)).toBe(MO);
});

test('what is about something else leads to no account', () => {
  for (const subject of ['', 'account/', MO, `procedure/${MO}`, `account/${MO}/`, '08305012000042']) {
    expect(parseAccountSubject(subject)).toBeUndefined();
  }
});
