import { plainId } from '../../domain/people/citizen-id.ts';
import type { Applicant } from '../../domain/party.ts';
import { tidyText } from '../../domain/typed-text.ts';
import type { IntakeDraft } from './intake-draft.ts';

/** What a citizen card, or part of one, gives a reception. */
export type CardFacts = { readonly idNumber: string; readonly name?: string; readonly address?: string };

type CardField = 'name' | 'idNumber' | 'address';

export type FromCard = {
  /** What the card writes into the fields. */
  readonly part: Partial<IntakeDraft>;
  /** Where something else stands already: to be asked before it is written over. */
  readonly differs: readonly CardField[];
};

/**
 * A card is the applicant's. Where the applicant is an organisation it is the submitter's, who has no address in the
 * dossier.
 */
export function fromCard(draft: IntakeDraft, card: CardFacts): FromCard {
  const isSubmitters = draft.kind === 'organisation';
  const now = isSubmitters
    ? { name: draft.submitterName, idNumber: draft.submitterId, address: '' }
    : { name: draft.name, idNumber: draft.idNumber, address: draft.address };
  const said: Partial<Record<CardField, string>> = {
    idNumber: card.idNumber,
    ...(card.name === undefined ? {} : { name: card.name }),
    ...(card.address === undefined || isSubmitters ? {} : { address: card.address }),
  };
  const fields = (['name', 'idNumber', 'address'] as const).filter((field) => said[field] !== undefined);
  return {
    part: isSubmitters
      ? { hasSubmitter: true, submitterId: card.idNumber, ...(card.name ? { submitterName: card.name } : {}) }
      : said,
    differs: fields.filter((field) => now[field].trim() !== '' && !isSame(field, now[field], said[field] ?? '')),
  };
}

/** What is known of somebody who was here before, for the fields that are still empty. */
export function fromKnown(draft: IntakeDraft, known: Applicant): Partial<IntakeDraft> {
  const { name, phone, address } = known;
  return {
    ...(draft.name.trim() === '' ? { name } : {}),
    ...(draft.address.trim() === '' ? { address } : {}),
    ...(draft.phone.trim() === '' && !draft.noPhone && phone.kind === 'number' ? { phone: phone.digits } : {}),
  };
}

function isSame(field: CardField, a: string, b: string): boolean {
  if (field === 'idNumber') return plainId(a) === plainId(b);
  return tidyText(a).toLocaleLowerCase('vi') === tidyText(b).toLocaleLowerCase('vi');
}
