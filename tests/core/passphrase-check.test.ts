import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type AccountPassphrase, parseAccountPassphrase } from '../../domain/accounts/account-passphrase.ts';
import {
  decoyVerifier,
  isOutdated,
  makeVerifier,
  parseVerifier,
  VERIFIER_COST,
  verifies,
} from '../../electron/core/passphrase-check.ts';
import { valueOf } from '../domain/fixtures.ts';

const CHEAP = { n: 16, r: 1, p: 1 };

function passphrase(text: string): AccountPassphrase {
  return valueOf(parseAccountPassphrase(text));
}

describe('a verifier', () => {
  test('knows its passphrase, however the letters are composed and with stray spaces, and no other', async () => {
    const verifier = await makeVerifier(passphrase('Quầy số 1'), randomBytes, CHEAP);
    for (const typed of ['Quầy số 1', ' Quầy số 1 ', 'Quầy số 1'.normalize('NFD')]) {
      expect(await verifies(verifier, typed)).toBe(true);
    }
    for (const typed of ['Quầy số 2', 'quầy số 1', 'Quay so 1', '', 'x'.repeat(1_000_000)]) {
      expect(await verifies(verifier, typed)).toBe(false);
    }
  });

  test('says nothing of the passphrase, and is another one each time', async () => {
    const one = await makeVerifier(passphrase('482915'), randomBytes, CHEAP);
    const other = await makeVerifier(passphrase('482915'), randomBytes, CHEAP);
    expect(one).toMatchObject({ algorithm: 'scrypt', ...CHEAP });
    expect(one.salt).not.toBe(other.salt);
    expect(one.hash).not.toBe(other.hash);
    expect(JSON.stringify(one)).not.toContain('482915');
  });

  test('costs today’s price unless told otherwise, and the event loop runs on meanwhile', async () => {
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const verifier = await makeVerifier(passphrase('482915'), randomBytes);
    clearInterval(ticking);
    expect(verifier).toMatchObject(VERIFIER_COST);
    expect(turns).toBeGreaterThan(0);
  });

  test('is outdated when any of its parameters is weaker than today’s', () => {
    expect(isOutdated(VERIFIER_COST)).toBe(false);
    expect(isOutdated({ ...VERIFIER_COST, n: VERIFIER_COST.n / 2 })).toBe(true);
    expect(isOutdated({ ...VERIFIER_COST, r: VERIFIER_COST.r - 1 })).toBe(true);
    expect(isOutdated({ n: 16, r: 1, p: 1 }, { n: 16, r: 1, p: 2 })).toBe(true);
    expect(isOutdated({ n: 32, r: 1, p: 1 }, CHEAP)).toBe(false);
  });

  test('of nobody fits nothing, not even nothing', async () => {
    const decoy = decoyVerifier(randomBytes, CHEAP);
    expect(parseVerifier(decoy)).toEqual(decoy);
    for (const typed of ['', '482915']) expect(await verifies(decoy, typed)).toBe(false);
  });
});

describe('a verifier from the store', () => {
  test('is read as it was written', async () => {
    const verifier = await makeVerifier(passphrase('482915'), randomBytes, CHEAP);
    expect(parseVerifier(JSON.parse(JSON.stringify(verifier)))).toEqual(verifier);
  });

  test('is none where it was tampered with, or would take all memory there is', async () => {
    const verifier = await makeVerifier(passphrase('482915'), randomBytes, CHEAP);
    const tampered = [
      undefined,
      {},
      { ...verifier, algorithm: 'argon2id' },
      { ...verifier, n: 15 },
      { ...verifier, n: 1 },
      { ...verifier, n: 2 ** 30 },
      { ...verifier, r: 0 },
      { ...verifier, r: 2 ** 20, n: 2 ** 12 },
      { ...verifier, p: 17 },
      { ...verifier, p: '1' },
      { ...verifier, salt: '' },
      { ...verifier, hash: verifier.salt },
      { ...verifier, hash: `${verifier.hash} ` },
    ];
    expect(tampered.map(parseVerifier)).toEqual(tampered.map(() => undefined));
  });
});
