import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import { LIST_KEYS, type KeyName, KEYS, type Chord } from '../keys.ts';

/** One thing that may be done next, with its key. */
export type OpenAct = { readonly kind: ActKind; readonly key: Chord | undefined; readonly isRare: boolean };

/** How often a clerk needs each, the most needed first. Rare ones stand apart. */
const ORDER = {
  'processing-started': 'daily',
  'result-issued': 'daily',
  'signature-requested': 'daily',
  'supplement-received': 'daily',
  'supplement-requested': 'daily',
  'payment-duty-met': 'daily',
  'upstream-result-issued': 'daily',
  'commune-part-finished': 'daily',
  'fee-collected': 'daily',
  'signature-declined': 'daily',
  'payment-duty-notified': 'daily',
  'upstream-returned': 'daily',
  'resolution-refused': 'daily',
  'contradiction-settled': 'daily',
  'step-undone': 'rare',
  'details-corrected': 'rare',
  'apology-issued': 'rare',
  'appointment-changed': 'rare',
  'fees-assessed': 'rare',
  'fee-refunded': 'rare',
  withdrawn: 'rare',
  stopped: 'rare',
  voided: 'rare',
} as const satisfies Record<ActKind, 'daily' | 'rare'>;

/** Acts with a chord of their own in every state. */
const OWN_KEYS = {
  'supplement-requested': 'requestSupplement',
  'step-undone': 'undoStep',
} as const satisfies Partial<Record<ActKind, KeyName>>;

/** The acts among what may be done next, in the order of the buttons, each with its key. */
export function openActsOf(open: readonly DossierFactKind[]): readonly OpenAct[] {
  const keys = LIST_KEYS.values();
  return actKinds()
    .filter((kind) => open.includes(kind))
    .map((kind) => ({
      kind,
      key: hasOwnKey(kind) ? KEYS[OWN_KEYS[kind]] : keys.next().value,
      isRare: ORDER[kind] === 'rare',
    }));
}

function actKinds(): readonly ActKind[] {
  // Object.keys answers `string[]` for any object; this one is a literal of this file.
  return Object.keys(ORDER) as ActKind[];
}

function hasOwnKey(kind: ActKind): kind is keyof typeof OWN_KEYS {
  return Object.hasOwn(OWN_KEYS, kind);
}
