import type { KnownPerson } from '../../electron/contract/views.ts';
import type { IntakeDraft } from './intake-draft.ts';

/** Shorter than this means half the commune. */
const SHORTEST = 2;

/** What is worth asking about who may be meant; undefined for too little, and while an organisation is typed. */
export function askedOf({ kind, name }: Pick<IntakeDraft, 'kind' | 'name'>): string | undefined {
  const typed = name.trim();
  return kind === 'person' && typed.length >= SHORTEST ? typed : undefined;
}

/** Digits are in no name: what was typed is the end of a number, and whoever is chosen takes its place. */
export function isNumberTail(name: string): boolean {
  return /\d/.test(name);
}

/** Who was chosen takes the place of whoever stood in the fields, so that two people are never mixed. */
export function withKnown({ applicant }: Pick<KnownPerson, 'applicant'>): Partial<IntakeDraft> {
  const { kind, name, idNumber, phone, address } = applicant;
  return {
    kind,
    name,
    idNumber,
    address,
    phone: phone.kind === 'number' ? phone.digits : '',
    noPhone: phone.kind === 'none',
  };
}
