import './recovery.css';
import type { BackupRow } from '../../electron/contract/views.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { PLACES } from '../text/backup.ts';
import { RECOVERY, whoseText } from '../text/recovery.ts';

/** Whose data would be brought back, and how new it is. */
export function NewestBackup({ newest }: { readonly newest: BackupRow | undefined }) {
  return (
    <dl className="facts newest-backup">
      {newest && (
        <div>
          <dt>{RECOVERY.whose}</dt>
          <dd data-testid="recovery-whose">
            <strong>{whoseText(newest)}</strong>
          </dd>
        </div>
      )}
      <div>
        <dt>{RECOVERY.newest}</dt>
        <dd data-testid="recovery-newest">
          {newest ? (
            <>
              <strong>{capitalised(momentInWords(newest.at))}</strong>
              {` · ${PLACES[newest.place].toLocaleLowerCase('vi')} · ${RECOVERY.dossiers(newest.dossiers)}`}
            </>
          ) : (
            RECOVERY.noBackup
          )}
        </dd>
      </div>
    </dl>
  );
}
