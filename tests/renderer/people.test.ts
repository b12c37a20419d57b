import { describe, expect, test } from 'vitest';
import { type Permission, ROLES } from '../../domain/accounts/role.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { firstChoice, movedChoice } from '../../renderer/people/chosen-person.ts';
import { saysNobodySignedIn } from '../../renderer/people/nobody-signed-in.ts';
import { isSamePassphrase } from '../../renderer/people/same-passphrase.ts';
import { emptyStandIn, standInPeriodOf } from '../../renderer/people/stand-in-draft.ts';
import { noCodeText, RECOVER_REFUSALS, recoverRefusalText } from '../../renderer/text/forgotten.ts';
import {
  ACCOUNT_REFUSALS,
  PASSPHRASE_REFUSALS,
  PASSPHRASES_DIFFER,
  peopleRefusalText,
  periodText,
  STAND_IN,
  WRONG_PASSPHRASE,
} from '../../renderer/text/people.ts';
import { ROLE_NAMES, rolesText, whoMayText } from '../../renderer/text/roles.ts';
import {
  FIRST_ACCOUNT_OF,
  knownNamesText,
  mustWaitText,
  SIGN_IN,
  SIGNED_IN,
  waitText,
} from '../../renderer/text/sign-in.ts';
import { FAULTS, troubleOfFault } from '../../renderer/text/trouble.ts';
import { accountId } from './people-samples.ts';

const [ONE, TWO, THREE] = [accountId(1), accountId(2), accountId(3)];

describe('who signs in', () => {
  test('stands chosen already when there is only one', () => {
    expect(firstChoice([ONE])).toBe(ONE);
    expect(firstChoice([ONE, TWO])).toBeUndefined();
    expect(firstChoice([])).toBeUndefined();
  });

  test('is chosen by arrows, round and round; the first arrow chooses the first', () => {
    const ids = [ONE, TWO, THREE];
    expect(movedChoice(ids, undefined, 1)).toBe(ONE);
    expect(movedChoice(ids, undefined, -1)).toBe(ONE);
    expect(movedChoice(ids, ONE, 1)).toBe(TWO);
    expect(movedChoice(ids, THREE, 1)).toBe(ONE);
    expect(movedChoice(ids, ONE, -1)).toBe(THREE);
  });

  test('who is gone from the list is not chosen any more', () => {
    expect(movedChoice([TWO, THREE], ONE, 1)).toBe(TWO);
    expect(movedChoice([], ONE, 1)).toBeUndefined();
  });
});

describe('the wait after wrong passphrases', () => {
  test('is counted in whole seconds, and never said to be over before it is', () => {
    expect(waitText(60_000)).toBe('1 phút');
    expect(waitText(59_999)).toBe('1 phút');
    expect(waitText(59_000)).toBe('59 giây');
    expect(waitText(125_000)).toBe('2 phút 05 giây');
    expect(waitText(900_000)).toBe('15 phút');
    expect(waitText(1)).toBe('1 giây');
  });

  test('is said where a passphrase was wrong too often, and only there', () => {
    expect(peopleRefusalText({ code: 'must-wait', waitMs: 45_000 })).toBe(mustWaitText(45_000));
    expect(peopleRefusalText({ code: 'wrong-passphrase', waitMs: 60_000 })).toContain('1 phút');
    expect(peopleRefusalText({ code: 'wrong-passphrase', waitMs: 0 })).toBe(WRONG_PASSPHRASE);
  });
});

const MACHINE_WORDS = /\b(error|null|undefined|database|code|file|exception|hash|account)\b/i;
const LINES = [
  ...Object.values(ACCOUNT_REFUSALS),
  ...Object.values(PASSPHRASE_REFUSALS),
  ...Object.values(RECOVER_REFUSALS),
  SIGN_IN.chooseFirst,
  SIGN_IN.chooseBeforeForgotten,
  WRONG_PASSPHRASE,
  PASSPHRASES_DIFFER,
  STAND_IN.chooseFirst,
  mustWaitText(45_000),
];

test.for(LINES.map((line) => [line] as const))('in one line: %s', ([line]) => {
  expect(line).toMatch(/^\p{Lu}.*\.$/u);
  expect(line).not.toMatch(MACHINE_WORDS);
  expect(line).toBe(line.normalize('NFC'));
  expect(line).toMatch(/Xin|Không có gì thay đổi/);
});

describe('who forgot the passphrase', () => {
  test('is asked for the recovery code where one was made', () => {
    expect(noCodeText({ kind: 'key-store', hasKeyStore: true, hasRecoveryCode: true })).toBeUndefined();
    expect(noCodeText({ kind: 'passphrase', hasKeyStore: false, hasRecoveryCode: true })).toBeUndefined();
  });

  test.for([
    ['none', false],
    // A code of a key that protects nothing any more opens nothing.
    ['none', true],
    ['key-store', false],
  ] as const)('and told who can help where none opens the data: %s, %s', ([kind, hasRecoveryCode]) => {
    const said = noCodeText({ kind, hasKeyStore: true, hasRecoveryCode }) ?? '';
    for (const part of ['nguyên', 'người quản trị khác', 'Không có cách nào khác']) expect(said).toContain(part);
  });

  test('hears of the disk as everywhere, when that is why', () => {
    expect(recoverRefusalText({ code: 'storage-failed', why: 'disk-full' })).toHaveProperty('next');
    expect(recoverRefusalText({ code: 'wrong-key' })).toBe(RECOVER_REFUSALS['wrong-key']);
  });
});

describe('the first who can sign in', () => {
  test('at a counter that came back from a copy hears that accounts are there, and whose', () => {
    expect(FIRST_ACCOUNT_OF.some.body).toContain('tài khoản đã có vẫn nguyên');
    expect(FIRST_ACCOUNT_OF.some.title).not.toBe(FIRST_ACCOUNT_OF.none.title);
    expect(knownNamesText(['Hà Thị Lan', 'Đinh Thị Mận'])).toContain('Hà Thị Lan, Đinh Thị Mận');
  });
});

describe('who may not do it', () => {
  const PERMISSIONS: readonly Permission[] = ['receive', 'process', 'sign', 'head', 'administer'];

  test.for(PERMISSIONS.map((permission) => [permission] as const))('hears who may: %s', ([permission]) => {
    const names = Object.values(ROLE_NAMES).map((name) => name.toLocaleLowerCase('vi'));
    const { what } = troubleOfFault({ code: 'not-permitted', detail: permission });
    expect(names.some((name) => what.includes(name))).toBe(true);
    expect(troubleOfFault({ code: 'not-permitted', permission })).toEqual(
      troubleOfFault({ code: 'not-permitted', detail: permission }),
    );
    expect(peopleRefusalText({ code: 'not-permitted', permission })).toMatchObject({ what });
  });

  test('hears all roles that may', () => {
    expect(whoMayText('receive')).toBe('cán bộ một cửa hoặc trưởng bộ phận một cửa');
    expect(whoMayText('administer')).toBe('quản trị');
  });

  test('a permission of a newer program has no name, and the sentence is still one', () => {
    expect(troubleOfFault({ code: 'not-permitted', detail: 'something-new' })).toEqual(FAULTS['not-permitted']);
  });
});

test('the roles of a person are named in their order', () => {
  expect(rolesText(['administrator', 'counter-clerk'])).toBe('Cán bộ một cửa, Quản trị');
  expect(rolesText(ROLES).split(', ')).toHaveLength(ROLES.length);
});

test('who stands in for somebody is shown with both names', () => {
  expect(SIGNED_IN.name('Lan', [])).toBe('Lan');
  expect(SIGNED_IN.name('Lan', ['Mận', 'Ả'])).toBe('Lan (làm thay Mận, Ả)');
});

describe('a stand-in is given for whole days', () => {
  test('from the first minute to the last of the last day', () => {
    expect(standInPeriodOf({ from: '20/4/2020', until: '24/04/2020' })).toEqual({
      ok: true,
      value: { from: '2020-04-20T00:00', until: '2020-04-25T00:00' },
    });
  });

  test('begins today where nobody types another day', () => {
    expect(emptyStandIn(plainDate('2020-04-20')).from).toBe('20/04/2020');
  });

  test('what is no day is not asked of anybody', () => {
    expect(standInPeriodOf({ from: '20/04/2020', until: '' })).toMatchObject({ ok: false, refusal: 'not-a-date' });
    expect(standInPeriodOf({ from: '31/02/2020', until: '24/04/2020' }).ok).toBe(false);
  });

  test('its last day is said, not the day after', () => {
    const from = localMoment('2020-04-20T00:00');
    expect(periodText({ from, until: localMoment('2020-04-25T00:00') })).toBe('từ 20/04/2020 đến hết 24/04/2020');
    expect(periodText({ from, until: localMoment('2020-04-24T11:30') })).toBe('từ 20/04/2020 đến 11:30 24/04/2020');
  });
});

test('a passphrase typed in two forms is the same passphrase', () => {
  expect(isSamePassphrase('suối nước', 'suối nước '.normalize('NFD'))).toBe(true);
  expect(isSamePassphrase('suối nước', 'suoi nuoc')).toBe(false);
});

describe('an answer says that nobody is signed in', () => {
  test('as a fault or as a refusal, of whatever was asked', () => {
    expect(saysNobodySignedIn({ ok: false, fault: { code: 'not-signed-in', detail: 'x' } })).toBe(true);
    expect(saysNobodySignedIn({ ok: true, output: { ok: false, refusal: { code: 'not-signed-in' } } })).toBe(true);
  });

  test.for([[null], [[]], ['not-signed-in'], [{ ok: true, value: {} }], [{ ok: false, refusal: 'not-signed-in' }]])(
    'and not otherwise: %o',
    ([output]) => expect(saysNobodySignedIn({ ok: true, output })).toBe(false),
  );

  test('another fault is another matter', () => {
    expect(saysNobodySignedIn({ ok: false, fault: { code: 'not-permitted', detail: 'head' } })).toBe(false);
  });
});
