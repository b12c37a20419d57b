import type { Dossier } from '../../domain/dossier.ts';
import type { Receiver } from '../../domain/party.ts';
import { plainId } from '../../domain/people/citizen-id.ts';
import { foldText } from '../../domain/search-text.ts';
import type { Heard } from '../scan/heard.ts';
import { receiverOf } from './hand-over-draft.ts';

type Card = Extract<Heard, { readonly kind: 'card' | 'card-id' }>;

/**
 * Whose card was laid on the scanner: the applicant's, the submitter's, or that of somebody who takes it for them. A number
 * that nobody here is known by, and that came without a name, is that of `asTyped`.
 */
export function receiverByCard(card: Card, asTyped: Receiver, dossier: Dossier | undefined): Receiver {
  const { idNumber, name } = card.kind === 'card' ? card.card : { idNumber: card.idNumber, name: '' };
  const known = (['applicant', 'submitter'] as const)
    .map((relation) => receiverOf(relation, dossier))
    .find((one) => isSame(one, { idNumber, name }));
  if (known) return { ...known, idNumber };
  return card.kind === 'card' ? { relation: 'authorised', name, idNumber } : { ...asTyped, idNumber };
}

/** By the number where both are known: two people may bear one name. */
function isSame(known: Receiver, shown: Pick<Receiver, 'name' | 'idNumber'>): boolean {
  if (known.name === '') return false;
  if (known.idNumber !== '') return plainId(known.idNumber) === plainId(shown.idNumber);
  return shown.name !== '' && foldText(known.name) === foldText(shown.name);
}
