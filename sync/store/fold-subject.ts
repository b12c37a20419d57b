import { projectAccount } from '../../domain/accounts/account.ts';
import type { OrderedAccountFact } from '../../domain/accounts/account-event.ts';
import type { OrderKey } from '../../domain/dossier-event.ts';
import { projectCalendars, projectProcedure, projectUnitRules } from '../../domain/publication/project-publication.ts';
import type { OrderedPublicationFact } from '../../domain/publication/publication-event.ts';
import { unreachable } from '../../domain/result.ts';
import type { KnownFact, SubjectFact, SubjectKind } from '../../domain/subject-fact.ts';
import type { OrderedBatchFact } from '../../domain/transfer/batch-event.ts';
import { projectBatch } from '../../domain/transfer/transfer-batch.ts';
import type { HeldEvent } from './event-table.ts';
import { readFact } from './read-fact.ts';
import type { FoldedSubject } from './subject-table.ts';

/** A subject that is no dossier, as its rows make it; undefined when no event says anything of it that this program knows. */
export function foldSubject(
  id: string,
  rows: readonly HeldEvent[],
): { readonly folded: FoldedSubject | undefined; readonly unreadable: readonly string[] } {
  const facts: OrderedSubjectFact[] = [];
  const unreadable: string[] = [];
  for (const { id: eventId, event, trouble, fact: known } of rows) {
    if (!event || trouble === 'hash-differs') continue;
    const fact: KnownFact | string = known ?? readFact(event);
    if (fact === 'unreadable') unreadable.push(eventId);
    if (typeof fact === 'string' || !('subject' in fact)) continue;
    const { lamport, log, seq, actor } = event;
    facts.push({ ...fact, lamport, log, seq, actor });
  }
  return { folded: fold(id, facts), unreadable };
}

type OrderedSubjectFact = SubjectFact & OrderKey & { readonly actor: string };

function fold(id: string, facts: readonly OrderedSubjectFact[]): FoldedSubject | undefined {
  const first = facts[0];
  if (!first) return undefined;
  // An event is about one thing, and its kind says of what nature: all of one subject are of the first one's nature.
  const kind = kindOf(first);
  const state = stateOf(kind, facts);
  return state && { id, kind, isOpen: isInHand(kind, state), state };
}

/** A batch that is on its way is still in hand; what was published always is. */
function isInHand(kind: SubjectKind, state: object): boolean {
  if (!('state' in state)) return true;
  return state.state === 'open' || (kind === 'batch' && state.state === 'closed');
}

function kindOf(fact: SubjectFact): SubjectKind {
  switch (fact.kind) {
    case 'procedure-published':
      return 'procedure';
    case 'calendar-published':
      return 'calendar';
    case 'unit-rules-set':
      return 'unit-rules';
    default:
      return fact.subject.startsWith('account/') ? 'account' : 'batch';
  }
}

// The reader of events lets a kind be only about a subject of its nature.
function stateOf(kind: SubjectKind, facts: readonly OrderedSubjectFact[]) {
  switch (kind) {
    case 'account':
      return projectAccount(facts as readonly OrderedAccountFact[]);
    case 'batch':
      return projectBatch(facts as readonly OrderedBatchFact[]);
    case 'procedure':
      return projectProcedure(facts as readonly Extract<OrderedPublicationFact, { kind: 'procedure-published' }>[]);
    case 'calendar':
      return projectCalendars(facts as readonly Extract<OrderedPublicationFact, { kind: 'calendar-published' }>[]);
    case 'unit-rules':
      return projectUnitRules(facts as readonly Extract<OrderedPublicationFact, { kind: 'unit-rules-set' }>[]);
    default:
      return unreachable(kind);
  }
}
