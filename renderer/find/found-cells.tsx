import type { ReactNode } from 'react';
import type { LookUpColumn } from '../../domain/look-up.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import { BreakableNumber } from '../parts/BreakableNumber.tsx';
import { momentText, phoneText } from '../text/format.ts';
import { DossierMark } from '../parts/DueMark.tsx';
import { Shape } from '../parts/Shape.tsx';
import { LIST } from '../text/register.ts';

/** Without these nobody knows which dossier a line is. */
export const ALWAYS_SHOWN: ReadonlySet<LookUpColumn> = new Set<LookUpColumn>(['number', 'applicant']);

/** What stands in each column of a dossier. */
export const FOUND_CELLS = {
  number: ({ dossierNumber, oldNumber }) => {
    const number = dossierNumber ?? oldNumber;
    return number !== undefined && <BreakableNumber number={number} />;
  },
  applicant: ({ applicantName }) => <strong>{applicantName}</strong>,
  phone: ({ applicantPhone }) => phoneText(applicantPhone),
  procedure: ({ procedureAlias }) => procedureAlias,
  received: ({ receivedAt }) => receivedAt && momentText(receivedAt),
  appointment: ({ appointmentAt }) => appointmentAt && momentText(appointmentAt),
  status: ({ status, appointmentAt, hasAnomaly }, now) => (
    <>
      <DossierMark status={status} appointmentAt={appointmentAt} now={now} />
      {hasAnomaly && (
        <span className="mark tone-bad" title={LIST.anomaly}>
          <Shape name="octagon" />
          {LIST.anomalyMark}
        </span>
      )}
    </>
  ),
} satisfies Record<LookUpColumn, (row: DossierRow, now: LocalMoment) => ReactNode>;
