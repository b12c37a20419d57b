import { useRef } from 'react';
import type { DossierId } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import { isKey } from '../keys.ts';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { BATCH } from '../text/batches.ts';
import { useAnswer } from '../use-answer.ts';
import { useRows } from './use-rows.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];
const MOST_ROWS = 200;

type WaitingListProps = {
  /** Those on a list already, here or in another open batch. */
  readonly taken: ReadonlySet<DossierId>;
  readonly onPick: (dossierId: DossierId) => void;
};

/** Dossiers that wait to go up and are on no list yet. Enter puts one on. */
export function WaitingList({ taken, onPick }: WaitingListProps) {
  const { latest } = useAnswer('dossier.list', { view: 'to-transfer', limit: MOST_ROWS }, TOPICS);
  const waiting = latest?.rows.filter(({ id }) => !taken.has(id)) ?? [];
  return (
    <section className="register batch-waiting" data-testid="batch-waiting" data-count={waiting.length}>
      <h2>{BATCH.offered(waiting.length)}</h2>
      <div className="register-scroll">
        <Rows waiting={waiting} onPick={onPick} />
      </div>
      <p className="register-foot soft">{latest && waiting.length === 0 ? BATCH.noOffered : BATCH.offeredHint}</p>
    </section>
  );
}

function Rows({ waiting, onPick }: { readonly waiting: readonly DossierRow[] } & Pick<WaitingListProps, 'onPick'>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRows(body, waiting.length);
  return (
    <table className="register-table">
      <tbody ref={body} {...rows}>
        {waiting.map((row, index) => (
          <tr
            key={row.id}
            tabIndex={index === 0 ? 0 : -1}
            data-testid="batch-waiting-row"
            data-id={row.id}
            onClick={() => onPick(row.id)}
            onKeyDown={(event) => {
              if (!isKey('nextField', event.nativeEvent)) return;
              onPick(row.id);
              event.preventDefault();
            }}
          >
            <td className="column-applicant">
              <strong>{row.applicantName}</strong>
              <br />
              <DossierNumberText number={row.dossierNumber ?? row.oldNumber ?? ''} />
            </td>
            <td className="column-procedure">{row.procedureAlias}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
