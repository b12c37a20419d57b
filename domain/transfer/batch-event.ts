import type { OrderKey } from '../dossier-event.ts';
import type { Station } from '../dossier-number.ts';
import type { OnPaper } from '../lifecycle/dossier-fact.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { DossierId } from '../scan-code.ts';
import type { BatchCode } from './batch-code.ts';

// Everything that can happen to a transfer batch. Members are added, never renamed.

/** `up`: dossiers go to the body above. `down`: results come back from it. Persisted. */
export type BatchDirection = 'up' | 'down';

/** A transfer batch (lô bàn giao) was begun. */
export type BatchOpened = {
  readonly code: BatchCode;
  readonly direction: BatchDirection;
  /** Names of the two bodies as they are printed. */
  readonly from: string;
  readonly to: string;
  readonly at: LocalMoment;
  readonly station: Station;
};

/** One dossier of a batch, with the number of sheets that go with it: whole numbers from 0. */
export type BatchItem = {
  readonly dossierId: DossierId;
  readonly originals: number;
  readonly copies: number;
  readonly note: string;
};

/** Who carries it. */
export type Courier =
  { readonly kind: 'clerk'; readonly name: string } | { readonly kind: 'post'; readonly billNumber: string };

/** The list was printed and the papers left. */
export type BatchClosed = {
  readonly at: LocalMoment;
  readonly courier: Courier;
  /** The whole list as it was printed: this counts, whatever another computer added meanwhile. */
  readonly items: readonly BatchItem[];
  /** How many times the list is printed: one to keep, one for the receiving body. */
  readonly copies: 2;
};

/** What the receiving side said of one dossier; `reason` where it was not taken. */
export type ItemVerdict = { readonly dossierId: DossierId; readonly accepted: boolean; readonly reason?: string };

/** The body above signed for it, and may have sent single dossiers back. */
export type BatchReceivedUp = {
  readonly at: LocalMoment;
  readonly signer: string;
  /** Absent on what that body's own program wrote. */
  readonly onPaper?: OnPaper;
  readonly items: readonly ItemVerdict[];
};

/** The commune scanned what came. */
export type BatchReceivedDown = {
  readonly at: LocalMoment;
  /** What was scanned; not accepted: set aside, with the reason. */
  readonly items: readonly ItemVerdict[];
  /** On the list, not in the bag. */
  readonly missing: readonly DossierId[];
  /** In the bag, not on the list. */
  readonly extra: readonly DossierId[];
};

/** Payload of each kind. The key is the persisted kind. */
export type BatchPayloads = {
  'batch-opened': BatchOpened;
  'batch-item-added': BatchItem & { readonly at: LocalMoment };
  'batch-item-removed': { readonly dossierId: DossierId; readonly at: LocalMoment };
  'batch-closed': BatchClosed;
  'batch-received': BatchReceivedUp | BatchReceivedDown;
  /** `takesBack`: what was on a list that was closed, of which nothing had left. What else left, elsewhere, stays under way. */
  'batch-abandoned': { readonly reason: string; readonly at: LocalMoment; readonly takesBack?: readonly DossierId[] };
};

export type BatchFactKind = keyof BatchPayloads;

export type BatchFactOf<K extends BatchFactKind> = {
  readonly [Kind in K]: { readonly kind: Kind; readonly subject: BatchCode; readonly payload: BatchPayloads[Kind] };
}[K];

/** Everything about transfer batches that this program can read. */
export type BatchFact = BatchFactOf<BatchFactKind>;

/** A batch's fact with its place in the order, and the name of who acted. */
export type OrderedBatchFact = BatchFact & OrderKey & { readonly actor: string };
