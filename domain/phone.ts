import type { Phone } from './party.ts';

// Mobile prefixes that had eleven digits until 2018, and what each became.
const RENUMBERED: readonly (readonly [string, string])[] = [
  ['0162', '032'],
  ['0163', '033'],
  ['0164', '034'],
  ['0165', '035'],
  ['0166', '036'],
  ['0167', '037'],
  ['0168', '038'],
  ['0169', '039'],
  ['0120', '070'],
  ['0121', '079'],
  ['0122', '077'],
  ['0126', '076'],
  ['0128', '078'],
  ['0123', '083'],
  ['0124', '084'],
  ['0125', '085'],
  ['0127', '081'],
  ['0129', '082'],
  ['0186', '056'],
  ['0188', '058'],
  ['0199', '059'],
];

/**
 * A Vietnamese phone number as typed, in its ten- or eleven-digit domestic form, or undefined.
 * Accepts +84 and 84, spaces, dots and hyphens; mobile numbers of before 2018 become today's.
 */
export function parsePhone(typed: string): Phone | undefined {
  const compact = typed.replace(/[\s.()-]/gu, '').replace(/^\+?84/, '0');
  const digits = renumbered(compact);
  const isMobile = /^0[35789]\d{8}$/.test(digits);
  const isFixed = /^02\d{9}$/.test(digits);
  return isMobile || isFixed ? { kind: 'number', digits } : undefined;
}

function renumbered(digits: string): string {
  if (!/^01\d{9}$/.test(digits)) return digits;
  const found = RENUMBERED.find(([old]) => digits.startsWith(old));
  return found ? found[1] + digits.slice(4) : digits;
}
