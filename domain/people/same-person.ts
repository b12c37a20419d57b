import type { Phone } from '../party.ts';
import type { PlainDate } from '../plain-date.ts';
import { idKindOf, plainId } from './citizen-id.ts';
import { matchKey } from './person-name.ts';
import type { PhoneHolder } from './phone-holder.ts';

/** What is known of somebody who came to the counter. */
export type Person = {
  /** NFC, as typed or printed. */
  readonly name: string;
  /** As typed; empty when there is none. */
  readonly idNumber: string;
  /** Number of an identity paper before `idNumber`, as the citizen card gives it. */
  readonly formerId?: string;
  readonly birthDate?: PlainDate;
  readonly phone: Phone;
  /** Absent where nobody said. */
  readonly phoneHolder?: PhoneHolder;
};

/** `likely` is a suggestion: a clerk decides, nothing is joined by itself. */
export type Sameness = 'same' | 'likely' | 'different';

/**
 * Whether two entries are one person, from what this machine holds.
 *
 * One 12-digit number, also as the former number of either, is one person, and two are two, whatever the names. A
 * former number that a card vouches for counts like it. Without that, one typed 9-digit or passport number, or one name
 * and birth date, makes it likely; where a birth date is not known, one name and phone. Symmetric, not transitive.
 */
export function samePerson(a: Person, b: Person): Sameness {
  const shared = numbersOf(a).filter((number) => numbersOf(b).includes(number));
  if (shared.some((number) => idKindOf(number) === 'citizen')) return 'same';
  if (idKindOf(a.idNumber) === 'citizen' && idKindOf(b.idNumber) === 'citizen') return 'different';
  if (shared.some((number) => isFormerOf(a, number) || isFormerOf(b, number))) return 'same';
  // Numbers of other kinds (of a birth certificate, say) begin anew in every commune and year.
  if (shared.some((number) => idKindOf(number) !== 'other')) return 'likely';
  const key = matchKey(a.name);
  if (key === '' || key !== matchKey(b.name)) return 'different';
  const isLikely = a.birthDate && b.birthDate ? a.birthDate === b.birthDate : samePhone(a.phone, b.phone);
  return isLikely ? 'likely' : 'different';
}

function numbersOf(person: Person): readonly string[] {
  return [person.idNumber, person.formerId ?? ''].map(plainId).filter((number) => number !== '');
}

function isFormerOf(person: Person, number: string): boolean {
  return person.formerId !== undefined && plainId(person.formerId) === number;
}

function samePhone(a: Phone, b: Phone): boolean {
  return a.kind === 'number' && b.kind === 'number' && a.digits === b.digits;
}
