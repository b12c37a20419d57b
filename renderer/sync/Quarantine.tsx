import type { DossierId } from '../../domain/scan-code.ts';
import type { QuarantineView } from '../../electron/contract/sync-commands.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { QUARANTINE_COLUMNS, SYNC_LISTS } from '../text/sync-lists.ts';
import { quarantineRows } from './ListRows.tsx';
import { SyncTable } from './SyncTable.tsx';
import { useSendAgain } from './use-sync-lists.ts';

type QuarantineProps = {
  readonly label: string;
  readonly view: QuarantineView;
  readonly onOpen: (id: DossierId) => void;
};

/** What was set aside, each with its reason and what to do; what the server did not take can be sent again. */
export function Quarantine({ label, view, onOpen }: QuarantineProps) {
  const { note, trouble, send } = useSendAgain();
  const { byServer, here } = view;
  const maySend = byServer.total > 0;
  const rows = quarantineRows(view);
  useKeys(maySend ? { commit: () => void send() } : {});
  return (
    <>
      <SyncTable
        label={label}
        columns={QUARANTINE_COLUMNS}
        rows={rows}
        onOpen={onOpen}
        foot={
          <>
            <p>{note ?? `${SYNC_LISTS.count(rows.length, byServer.total + here.total)} · ${SYNC_LISTS.rowHint}`}</p>
            {maySend && (
              <ActionButton size="compact-md" keyName="commit" testId="sync-send-again" onClick={() => void send()}>
                {SYNC_LISTS.sendAgain}
              </ActionButton>
            )}
          </>
        }
      />
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
}
