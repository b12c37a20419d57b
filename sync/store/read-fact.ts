import type { StoredEvent } from '../../domain/dossier-event.ts';
import { parseAccountSubject } from '../../domain/accounts/account-id.ts';
import {
  CALENDAR_SUBJECT,
  type ProcedurePublished,
  procedureSubject,
  UNIT_RULES_SUBJECT,
} from '../../domain/publication/publication-event.ts';
import { parseDossierId, scanCodeOf } from '../../domain/scan-code.ts';
import type { KnownFact, SubjectFact } from '../../domain/subject-fact.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import { parseBatchCode } from '../../domain/transfer/batch-code.ts';
import { DOSSIER_SHAPES, SUBJECT_SHAPES } from './fact-shapes.ts';

/**
 * The fact an event states. `unknown-kind`: written by a newer program, or about the log itself; kept as it is.
 * `unreadable`: a kind this program knows, in a shape it cannot use; kept and flagged.
 */
export function readFact(event: StoredEvent): KnownFact | 'unknown-kind' | 'unreadable' {
  if (isKindOf(DOSSIER_SHAPES, event.kind)) return readDossierFact(event, event.kind);
  if (isKindOf(SUBJECT_SHAPES, event.kind)) return readSubjectFact(event, event.kind);
  return 'unknown-kind';
}

function readDossierFact(event: StoredEvent, kind: DossierFactKind): KnownFact | 'unreadable' {
  const dossierId = parseDossierId(event.dossierId);
  const { payload } = event;
  if (!dossierId || !DOSSIER_SHAPES[kind].safeParse(payload).success) return 'unreadable';
  // A code of another dossier would be printed on this one's slips.
  if (payload['scanCode'] !== undefined && payload['scanCode'] !== scanCodeOf(dossierId)) return 'unreadable';
  // Of the shape that its kind has.
  return { kind, dossierId, payload } as unknown as KnownFact;
}

function readSubjectFact(event: StoredEvent, kind: SubjectFact['kind']): KnownFact | 'unreadable' {
  const { payload, dossierId: subject } = event;
  if (!SUBJECT_SHAPES[kind].safeParse(payload).success || !isSubjectOf(kind, subject, payload)) return 'unreadable';
  return { kind, subject, payload } as unknown as KnownFact;
}

/** What an event says it is about must be what its payload speaks of. */
function isSubjectOf(kind: SubjectFact['kind'], subject: string, payload: StoredEvent['payload']): boolean {
  if (kind === 'procedure-published') return subject === procedureSubject(codeIn(payload));
  if (kind === 'calendar-published') return subject === CALENDAR_SUBJECT;
  if (kind === 'unit-rules-set') return subject === UNIT_RULES_SUBJECT;
  if (kind.startsWith('batch-')) {
    const code = parseBatchCode(subject);
    return code === subject && (kind !== 'batch-opened' || payload['code'] === code);
  }
  const account = parseAccountSubject(subject);
  return account !== undefined && (kind !== 'account-opened' || payload['accountId'] === account);
}

function codeIn(payload: StoredEvent['payload']): string {
  // Of the shape that its kind has.
  return (payload as unknown as ProcedurePublished).procedure.code;
}

function isKindOf<K extends string>(shapes: Readonly<Record<K, unknown>>, kind: string): kind is K {
  return Object.hasOwn(shapes, kind);
}
