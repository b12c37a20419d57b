import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import type { Contradiction } from '../../domain/linked/stage-holder.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { Result } from '../../domain/result.ts';
import type { AppState, DossierRow, SetAsideEvent } from './views.ts';
import type { EnrolRefusal, StorageRefusal } from './refusals.ts';

type Nothing = Record<string, never>;

/** One fact as a list says it. */
export type SyncLine = {
  readonly log: string;
  readonly seq: number;
  /** Of the computer that wrote it; absent where its log does not say. */
  readonly station?: number;
  /** This counter wrote it, in this incarnation or in a former one. */
  readonly isOwn: boolean;
  /** Absent with all that follows where it cannot be read any more. */
  readonly kind?: string;
  readonly at?: LocalMoment;
  /** Empty where the program did it by itself. */
  readonly actor?: string;
  /** Absent where it is about none, or about one that is not known here. */
  readonly dossier?: DossierRow;
  /** What else it is about: the code of a batch, the name of an account or of a procedure. */
  readonly about?: string;
};

/** `set-aside`: the server did not understand it. `behind`: it waits behind such a one. */
export type WaitingLine = SyncLine & { readonly stands: 'waiting' | 'set-aside' | 'behind' };

/** Of one list: the first of all that there are. */
export type SyncLines<T> = { readonly rows: readonly T[]; readonly total: number };

/** Why the server set something aside; `unknown`: by a word of a newer server. */
export type RefusedWhy =
  'hash-differs' | 'chain-broken' | 'malformed' | 'not-opened' | 'unknown-log' | 'out-of-scope' | 'unknown';

export type RefusedLine = SyncLine & { readonly why: RefusedWhy; readonly refusedAt: LocalMoment };

export type NotTakenLine = SyncLine & { readonly why: SetAsideEvent['why'] };

export type QuarantineView = {
  /** The server set it aside. */
  readonly byServer: SyncLines<RefusedLine>;
  /** It is kept here and counts for nothing, wherever it came from. */
  readonly here: SyncLines<NotTakenLine>;
};

/** Who said what, where. */
export type Said = {
  readonly kind: DossierFactKind;
  readonly at: LocalMoment;
  readonly actor: string;
  readonly station?: number;
};

/** One contradiction of one dossier; the dossier's own panel settles it. */
export type ContradictionLine = {
  readonly dossier: DossierRow;
  readonly place: Contradiction['place'];
  readonly said: Said;
  readonly stateThen: KnownState;
  /** What stood there before; absent where it was taken back or is not known. */
  readonly against?: Said;
  readonly suggestion?: Contradiction['suggestion'];
};

/** What goes upstream, and what waits on the way. */
export type SyncCommands = {
  'sync.enrol': {
    input: { readonly serverUrl: string; readonly code: string };
    output: Result<AppState, EnrolRefusal | StorageRefusal>;
  };
  /** Starts a round now; the answer comes by push. */
  'sync.now': { input: Nothing; output: null };
  /** What is not proved to be upstream, the newest first. Empty without a server: nothing waits then. */
  'sync.waiting': { input: { readonly limit: number }; output: SyncLines<WaitingLine> };
  /** What was set aside, by the server or here. All of it is kept. */
  'sync.quarantined': { input: { readonly limit: number }; output: QuarantineView };
  /** Sends once more what the server set aside, and starts a round. */
  'sync.sendAgain': { input: Nothing; output: Result<null, StorageRefusal> };
  /** What two computers said against each other and nobody settled, the newest dossier first. */
  'sync.contradictions': { input: { readonly limit: number }; output: SyncLines<ContradictionLine> };
};
