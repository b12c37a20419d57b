import type { Dossier } from '../../domain/dossier.ts';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import { isOpenState, type KnownState } from '../../domain/lifecycle/dossier-state.ts';
import { permissionFor } from '../../domain/lifecycle/transition.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { actInput, moneyOf } from './act-input.ts';
import { tryAct } from './act-attempt.ts';
import { tryHandOver } from './hand-overs.ts';
import { lookAtSides } from './looks.ts';
import { seatFor } from './seat.ts';
import { type Site, todayAt } from './site.ts';

type Weighed<T = ActKind | 'hand-over' | 'nothing'> = readonly (readonly [weight: number, T])[];

const WORKED_ON: Weighed = [
  [45, 'signature-requested'],
  [25, 'result-issued'],
  [4, 'resolution-refused'],
  [9, 'supplement-requested'],
  [5, 'payment-duty-notified'],
  [2, 'hand-over'],
];
const WORKED_ON_LINKED: Weighed = [
  [60, 'commune-part-finished'],
  [8, 'supplement-requested'],
];
const NOTHING: Weighed = [[1, 'nothing']];

/** What is likely to happen next to a dossier that stands so. What goes with a batch is the batch's. */
const NEXT: Readonly<Record<KnownState, Weighed>> = {
  'awaiting-intake': NOTHING,
  'supplement-before-intake': NOTHING,
  'intake-refused': [
    [1, 'step-undone'],
    [60, 'nothing'],
  ],
  'intake-unknown': NOTHING,
  received: [
    [90, 'processing-started'],
    [3, 'hand-over'],
  ],
  'in-progress': WORKED_ON,
  'awaiting-supplement': [
    [15, 'supplement-received'],
    [40, 'nothing'],
  ],
  'awaiting-payment-duty': [
    [30, 'payment-duty-met'],
    [40, 'nothing'],
  ],
  'awaiting-signature': [
    [70, 'result-issued'],
    [8, 'signature-declined'],
    [4, 'resolution-refused'],
  ],
  'awaiting-transfer-up': [
    [2, 'supplement-requested'],
    [90, 'nothing'],
  ],
  'in-transfer-up': NOTHING,
  'upstream-in-progress': [
    [3, 'supplement-requested'],
    [5, 'upstream-returned'],
    [8, 'upstream-result-issued'],
    [84, 'nothing'],
  ],
  'returned-by-upstream': [
    [80, 'processing-started'],
    [20, 'supplement-requested'],
  ],
  'in-transfer-down': NOTHING,
  'result-ready': [
    [50, 'hand-over'],
    [40, 'nothing'],
  ],
  'resolution-refused': [
    [50, 'hand-over'],
    [40, 'nothing'],
  ],
  'handed-over': [
    [1, 'step-undone'],
    [300, 'nothing'],
  ],
  withdrawn: [
    [1, 'step-undone'],
    [60, 'nothing'],
  ],
  stopped: [
    [1, 'step-undone'],
    [60, 'nothing'],
  ],
  voided: NOTHING,
};

/** One dossier's turn: what is next, or one of the things that happen at any time. */
export async function liveOn(site: Site, id: DossierId): Promise<void> {
  const dossier = site.station.store().findDossier(id);
  if (!dossier) return;
  const kind = site.chance.is(0.13) ? anyTime(site, dossier) : nextOf(site, dossier);
  if (site.chance.is(0.05)) await lookAtSides(site, id);
  if (kind === 'nothing') return;
  if (kind === 'hand-over') return tryHandOver(site, id);
  await actOn(site, dossier, kind);
}

/** Somebody who may does it. */
export async function actOn(site: Site, dossier: Dossier, kind: ActKind): Promise<void> {
  const needed = kind === 'step-undone' ? (dossier.lastUndoable?.kind ?? kind) : kind;
  if (!(await seatFor(site, permissionFor(needed)))) return;
  await tryAct(site, dossier.id, actInput(kind, site, dossier));
}

function nextOf(site: Site, dossier: Dossier): ActKind | 'hand-over' | 'nothing' {
  const { status, supplement } = dossier;
  const isLinked = dossier.intake?.procedure.linkedSteps !== undefined;
  if (status === 'awaiting-supplement' && supplement && supplement.respondBy < todayAt(site)) {
    return site.chance.is(0.4) ? 'stopped' : 'nothing';
  }
  const weighed = status === 'in-progress' && isLinked ? WORKED_ON_LINKED : NEXT[status];
  return site.chance.weighed(weighed) ?? 'nothing';
}

function anyTime(site: Site, dossier: Dossier): ActKind | 'nothing' {
  const { restVnd, paidVnd } = moneyOf(dossier);
  const money: Weighed<ActKind> = [
    [restVnd.fee + restVnd.duty > 0 ? 60 : 0, 'fee-collected'],
    [paidVnd.fee + paidVnd.duty > 0 ? 12 : 0, 'fee-refunded'],
  ];
  const open = isOpenState(dossier.status) ? whileOpen(site, dossier) : [];
  return site.chance.weighed<ActKind | 'nothing'>([...money, ...open, [5, 'nothing']]) ?? 'nothing';
}

function whileOpen(site: Site, { appointment, lastUndoable }: Dossier): Weighed<ActKind> {
  const isLate = appointment !== undefined && dateOf(appointment.at) < todayAt(site);
  return [
    [6, 'details-corrected'],
    [lastUndoable ? 8 : 0, 'step-undone'],
    [5, 'withdrawn'],
    [2, 'voided'],
    [2, 'appointment-changed'],
    [isLate ? 30 : 2, 'apology-issued'],
  ];
}
