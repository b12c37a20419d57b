import type { DossierId } from '../../domain/scan-code.ts';
import { unreachable } from '../../domain/result.ts';
import { countText } from '../text/format.ts';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import {
  CONTRADICTION_COLUMNS,
  NOTHING_LEAVES,
  SYNC_LIST_MEANINGS,
  SYNC_LIST_NAMES,
  SYNC_LISTS,
  SYNC_LISTS_EMPTY,
  type SyncListName,
  WAITING_COLUMNS,
} from '../text/sync-lists.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { SYNC_LIST_ORDER } from './list-order.ts';
import { contradictionRow, waitingRow } from './ListRows.tsx';
import { Quarantine } from './Quarantine.tsx';
import { SyncTable } from './SyncTable.tsx';
import type { SyncListsState } from './use-sync-lists.ts';

type SyncListsProps = {
  readonly lists: SyncListsState;
  /** A server is named. */
  readonly isLinked: boolean;
  readonly onChoose: (list: SyncListName) => void;
  readonly onOpen: (id: DossierId) => void;
};

/** Three lists, each under its digit. */
export function SyncLists({ lists: state, isLinked, onChoose, onOpen }: SyncListsProps) {
  return (
    <div className="sync-lists">
      <nav className="sync-tabs" aria-label={SYNC_LISTS.label}>
        {SYNC_LIST_ORDER.map((list, index) => (
          <Tab
            key={list}
            list={list}
            digit={index + 1}
            total={state.totals[list]}
            isChosen={list === state.list}
            onChoose={() => onChoose(list)}
          />
        ))}
      </nav>
      {state.list && state.totals[state.list] !== undefined ? (
        <Shown state={state} list={state.list} isLinked={isLinked} onOpen={onOpen} />
      ) : (
        !state.fault && <Loading />
      )}
      {state.fault && <TroubleNotice trouble={troubleOfFault(state.fault)} />}
    </div>
  );
}

type TabProps = {
  readonly list: SyncListName;
  readonly digit: number;
  readonly total: number | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Tab({ list, digit, total, isChosen, onChoose }: TabProps) {
  return (
    <button
      type="button"
      className="sync-tab"
      aria-current={isChosen ? 'true' : undefined}
      data-home={isChosen ? true : undefined}
      data-testid={`sync-tab-${list}`}
      data-count={total}
      onClick={onChoose}
    >
      <kbd className="key-hint">{digit}</kbd>
      <span className="sync-tab-words">
        <span className="sync-tab-name">{SYNC_LIST_NAMES[list]}</span>
        <span className="sync-tab-meaning">{SYNC_LIST_MEANINGS[list]}</span>
      </span>
      <span className={`sync-tab-count ${total ? '' : 'sync-tab-quiet'}`}>
        {total !== undefined && countText(total)}
      </span>
    </button>
  );
}

type ShownProps = {
  readonly state: SyncListsState;
  readonly list: SyncListName;
  readonly isLinked: boolean;
  readonly onOpen: (id: DossierId) => void;
};

function Shown({ state: { waiting, quarantined, contradictions, totals }, list, isLinked, onOpen }: ShownProps) {
  if (totals[list] === 0) return <Empty list={list} isLinked={isLinked} />;
  const label = SYNC_LIST_NAMES[list];
  switch (list) {
    case 'waiting':
      return (
        waiting && (
          <SyncTable
            key={list}
            label={label}
            columns={WAITING_COLUMNS}
            rows={waiting.rows.map(waitingRow)}
            onOpen={onOpen}
            foot={footText(waiting.rows.length, waiting.total)}
          />
        )
      );
    case 'quarantined':
      return quarantined && <Quarantine key={list} label={label} view={quarantined} onOpen={onOpen} />;
    case 'contradictions':
      return (
        contradictions && (
          <SyncTable
            key={list}
            label={label}
            columns={CONTRADICTION_COLUMNS}
            rows={contradictions.rows.map(contradictionRow)}
            onOpen={onOpen}
            foot={footText(contradictions.rows.length, contradictions.total)}
          />
        )
      );
    default:
      return unreachable(list);
  }
}

function footText(shown: number, total: number): string {
  return `${SYNC_LISTS.count(shown, total)} · ${SYNC_LISTS.rowHint}`;
}

function Empty({ list, isLinked }: { readonly list: SyncListName; readonly isLinked: boolean }) {
  const { title, body } = list === 'waiting' && !isLinked ? NOTHING_LEAVES : SYNC_LISTS_EMPTY[list];
  return (
    <div className="sync-empty" data-testid="sync-empty">
      <Blank title={title}>{body}</Blank>
    </div>
  );
}
