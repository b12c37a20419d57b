import { useRef, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { ScannedItem } from '../../domain/transfer/batch-receipt.ts';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { dateText, parseTypedDate } from '../text/format.ts';
import { playSound } from '../scan/sound.ts';
import { RECEIVE_DOWN } from '../text/batches.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { nameOf, type Said, troubled } from './said.ts';
import { useChange } from './use-change.ts';

/** One result out of the bag, as far as it was entered. */
export type Came = {
  readonly dossierId: DossierId;
  /** Null: not known here. */
  readonly dossier: Dossier | null;
  readonly who: string;
  /** Why it is not taken. */
  readonly setAside?: string;
  /** Where the body above has not said what it issued: as it stands on the result. */
  readonly result?: NonNullable<ScannedItem['result']>;
};

export type ReceiveDownState = {
  readonly came: readonly Came[];
  readonly said: Said | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly tick: (dossierId: DossierId) => void;
  readonly untick: (dossierId: DossierId) => void;
  readonly change: (dossierId: DossierId, part: Pick<Came, 'setAside' | 'result'>) => void;
  readonly tell: (said: Said) => void;
  readonly confirm: () => Promise<void>;
};

/** What was taken out of the bag, until it is entered as a whole. */
export function useReceiveDown(view: TransferBatchView, now: LocalMoment): ReceiveDownState {
  const [came, setCame] = useState<readonly Came[]>([]);
  const [said, setSaid] = useState<Said>();
  const [isEmpty, setEmpty] = useState(false);
  const turns = useRef(Promise.resolve());
  const ticked = useRef(new Map<DossierId, string>());
  const { make, trouble, isBusy } = useChange(view);

  const tell = (next: Said): void => {
    playSound(next.tone);
    setSaid(next);
  };
  const look = async (dossierId: DossierId): Promise<void> => {
    const before = ticked.current.get(dossierId);
    if (before !== undefined) return tell(saidAs('bad', 'twice', before));
    const known = await attempt('dossier.get', { id: dossierId });
    if (!known.ok) return tell(troubled(troubleOfFault(known.refusal)));
    const who = nameOf(dossierId, known.value);
    ticked.current.set(dossierId, who);
    setEmpty(false);
    setCame((old) => [...old, cameOf({ dossierId, dossier: known.value, who }, old, now)]);
    return tell(isExpected(known.value) ? saidAs('good', 'ticked', who) : saidAs('bad', 'aside', who));
  };
  const confirm = async (): Promise<void> => {
    setEmpty(came.length === 0);
    setSaid(undefined);
    const answer = came.length > 0 ? await make({ kind: 'receive-down', items: came.map(itemOf) }) : undefined;
    playSound(answer?.ok ? 'good' : 'bad');
  };
  return {
    came,
    said,
    trouble: isEmpty ? RECEIVE_DOWN.nothing : trouble,
    isBusy,
    tick: (dossierId) => {
      turns.current = turns.current.then(() => look(dossierId));
    },
    untick: (dossierId) => {
      ticked.current.delete(dossierId);
      setCame((old) => old.filter((each) => each.dossierId !== dossierId));
    },
    change: (dossierId, part) =>
      setCame((old) => old.map((each) => (each.dossierId === dossierId ? { ...each, ...part } : each))),
    tell,
    confirm,
  };
}

function saidAs(tone: Said['tone'], what: 'ticked' | 'twice' | 'aside', who: string): Said {
  const { title, body } = RECEIVE_DOWN[what];
  return { tone, title, body: body(who) };
}

/** Whose result may come now. Anything else is set aside, with the reason. */
function isExpected(dossier: Dossier | null): boolean {
  return dossier?.status === 'in-transfer-down' || dossier?.status === 'upstream-in-progress';
}

/** Results of one bag mostly bear one day and one name. */
function cameOf(seen: Pick<Came, 'dossierId' | 'dossier' | 'who'>, before: readonly Came[], now: LocalMoment): Came {
  if (!isExpected(seen.dossier)) return { ...seen, setAside: '' };
  if (seen.dossier?.status !== 'upstream-in-progress') return seen;
  const last = before.findLast(({ result }) => result)?.result;
  const date = last?.date ?? dateText(dateOf(now));
  return { ...seen, result: { number: '', date, signer: last?.signer ?? '', isRefusal: false } };
}

function itemOf({ dossierId, setAside, result }: Came): ScannedItem {
  if (setAside !== undefined) return { dossierId, setAside };
  return result
    ? { dossierId, result: { ...result, date: parseTypedDate(result.date) ?? result.date } }
    : { dossierId };
}
