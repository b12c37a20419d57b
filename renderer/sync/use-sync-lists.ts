import { useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type {
  ContradictionLine,
  QuarantineView,
  SyncLines,
  WaitingLine,
} from '../../electron/contract/sync-commands.ts';
import { attempt, type CounterFault } from '../bridge.ts';
import { SYNC_LISTS, type SyncListName } from '../text/sync-lists.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { SYNC_LIST_ORDER } from './list-order.ts';

const ON_THE_WAY: readonly PushTopic[] = ['sync', 'dossiers'];
/** More than anybody goes through by arrows; the window stays quick. */
const FIRST = { limit: 200 };

export type SyncListsState = {
  readonly waiting: SyncLines<WaitingLine> | undefined;
  readonly quarantined: QuarantineView | undefined;
  readonly contradictions: SyncLines<ContradictionLine> | undefined;
  readonly totals: Readonly<Record<SyncListName, number | undefined>>;
  /** Undefined until it is known which have anything. */
  readonly list: SyncListName | undefined;
  readonly choose: (list: SyncListName) => void;
  readonly fault: CounterFault | undefined;
};

/** All three lists, and which of them is shown: at first one that has something. */
export function useSyncLists(): SyncListsState {
  const [list, choose] = useState<SyncListName>();
  const { latest: waiting, fault: first } = useAnswer('sync.waiting', FIRST, ON_THE_WAY);
  const { latest: quarantined, fault: second } = useAnswer('sync.quarantined', FIRST, ON_THE_WAY);
  const { latest: contradictions, fault: third } = useAnswer('sync.contradictions', FIRST, ON_THE_WAY);
  const totals = {
    waiting: waiting?.total,
    quarantined: quarantined && quarantined.byServer.total + quarantined.here.total,
    contradictions: contradictions?.total,
  };
  // Once: a list that empties under the clerk's hands must not put another in its place.
  if (list === undefined && SYNC_LIST_ORDER.every((each) => totals[each] !== undefined)) {
    choose(SYNC_LIST_ORDER.find((each) => totals[each] !== 0) ?? 'waiting');
  }
  return { waiting, quarantined, contradictions, totals, list, choose, fault: first ?? second ?? third };
}

export type SendAgain = {
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly send: () => Promise<void>;
};

/** What the server set aside, once more. */
export function useSendAgain(): SendAgain {
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (): Promise<void> => {
    const answer = await attempt('sync.sendAgain', {});
    const isSent = answer.ok && answer.value.ok;
    setNote(isSent ? SYNC_LISTS.sentAgain : undefined);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else setTrouble(answer.value.ok ? undefined : storageTrouble(answer.value.refusal));
  };
  return { note, trouble, send };
}
