import { type AccountId, parseAccountId } from '../../domain/accounts/account-id.ts';

/** The id of a person in a test. */
export function accountId(number: number): AccountId {
  const id = parseAccountId(number.toString(16).padStart(12, '0'));
  if (!id) throw new RangeError(`not an account: ${number}`);
  return id;
}
