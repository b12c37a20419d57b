import { tidyText } from '../typed-text.ts';
import type { Phone } from '../party.ts';
import { parsePhone } from '../phone.ts';
import type { LocalMoment } from '../plain-date.ts';
import { plainId } from './citizen-id.ts';
import { compareByGivenName, matchKey } from './person-name.ts';
import type { Person } from './same-person.ts';

/** Somebody this counter knows, and when the person last came. */
export type Candidate<P extends Person> = { readonly person: P; readonly lastAt: LocalMoment };

/** Fewer digits than these would name half the commune. */
const SHORTEST_ID_TAIL = 4;
const SHORTEST_PHONE_TAIL = 3;

/**
 * Who may be meant by what a clerk `typed`: the end of an identity number (4 digits or more) or of a phone (3 or more),
 * the beginnings of words of the name with or without marks, or both ("mơ 678"). At most `most`, the best first: whole
 * numbers and names before parts, the holder of a phone before those who gave it as somebody else's, then who came last.
 */
export function suggestPeople<P extends Person>(
  candidates: readonly Candidate<P>[],
  typed: string,
  most: number,
): readonly Candidate<P>[] {
  const tokens = tidyText(typed).split(' ');
  const number = bareNumber(tokens.filter((token) => /\d/.test(token)).join(''));
  const words = matchKey(tokens.filter((token) => !/\d/.test(token)).join(' '));
  if (number === '' && words === '') return [];
  return candidates
    .flatMap((candidate) => {
      const byNumber = number === '' ? 0 : numberRank(candidate.person, number);
      const byName = words === '' ? 0 : nameRank(candidate.person.name, words);
      return byNumber === undefined || byName === undefined ? [] : [{ candidate, rank: byNumber + byName }];
    })
    .sort((a, b) => a.rank - b.rank || laterFirst(a.candidate, b.candidate))
    .slice(0, Math.max(0, most))
    .map(({ candidate }) => candidate);
}

/** 0 is best; undefined where the number is not the person's. */
function numberRank(person: Person, number: string): number | undefined {
  const ids = [person.idNumber, person.formerId ?? ''].map(bareNumber);
  const phone = digitsOf(person.phone);
  const isOwn = person.phoneHolder === undefined || person.phoneHolder === 'self';
  if (ids.includes(number)) return 0;
  if (phone !== '' && digitsOf(parsePhone(number)) === phone) return isOwn ? 0 : 1;
  if (number.length >= SHORTEST_ID_TAIL && ids.some((id) => id.endsWith(number))) return 2;
  if (number.length >= SHORTEST_PHONE_TAIL && phone.endsWith(number)) return isOwn ? 3 : 4;
  return undefined;
}

function nameRank(name: string, words: string): number | undefined {
  const key = matchKey(name);
  if (key === words) return 0;
  // The given name, alone or with what stands before it: how people are called.
  if (key.endsWith(` ${words}`)) return 1;
  const named = key.split(' ');
  const typed = words.split(' ');
  if (typed.every((word) => named.includes(word))) return 2;
  return typed.every((word) => named.some((each) => each.startsWith(word))) ? 3 : undefined;
}

function laterFirst(a: Candidate<Person>, b: Candidate<Person>): number {
  if (a.lastAt !== b.lastAt) return a.lastAt < b.lastAt ? 1 : -1;
  return compareByGivenName(a.person.name, b.person.name);
}

function digitsOf(phone: Phone | undefined): string {
  return phone?.kind === 'number' ? phone.digits : '';
}

function bareNumber(text: string): string {
  return plainId(text).replace(/[^\dA-Z]/g, '');
}
