import type { Account } from './accounts/account.ts';
import type { AccountFact } from './accounts/account-event.ts';
import type { DossierFact } from './lifecycle/dossier-fact.ts';
import type {
  PublicationFact,
  PublishedCalendars,
  PublishedProcedure,
  SetUnitRules,
} from './publication/publication-event.ts';
import type { BatchFact } from './transfer/batch-event.ts';
import type { TransferBatch } from './transfer/transfer-batch.ts';

/** What can happen to anything that is no dossier. */
export type SubjectFact = AccountFact | BatchFact | PublicationFact;

/** Everything this program can read. */
export type KnownFact = DossierFact | SubjectFact;

/** What else events are about, and the state their fold gives. */
export type SubjectStates = {
  readonly account: Account;
  readonly batch: TransferBatch;
  readonly procedure: PublishedProcedure;
  readonly calendar: PublishedCalendars;
  readonly 'unit-rules': SetUnitRules;
};

export type SubjectKind = keyof SubjectStates;

/** The text that stands in an event for what a fact is about. */
export function subjectOf(fact: KnownFact): string {
  return 'subject' in fact ? fact.subject : fact.dossierId;
}
