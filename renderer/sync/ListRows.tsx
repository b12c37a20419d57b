import type { ReactNode } from 'react';
import type {
  ContradictionLine,
  NotTakenLine,
  QuarantineView,
  RefusedLine,
  Said,
  SyncLine,
  WaitingLine,
} from '../../electron/contract/sync-commands.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import { momentText } from '../text/format.ts';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { groupedScanCode } from '../../domain/scan-code.ts';
import { FACT_KINDS } from '../text/facts.ts';
import {
  adviceText,
  type CONTRADICTION_COLUMNS,
  eventText,
  metText,
  NOT_TAKEN_WHY,
  type QUARANTINE_COLUMNS,
  REFUSED_WHY,
  saidByText,
  STANDS,
  SYNC_LISTS,
  type WAITING_COLUMNS,
  whereText,
} from '../text/sync-lists.ts';
import type { SyncTableRow } from './SyncTable.tsx';

export function waitingRow(line: WaitingLine): SyncTableRow<keyof typeof WAITING_COLUMNS> {
  return {
    ...rowOf(line),
    cells: {
      what: (
        <TwoLines first={eventText(line)}>
          {line.stands !== 'waiting' && <strong>{STANDS[line.stands]}</strong>}
        </TwoLines>
      ),
      about: <About line={line} />,
      at: line.at && momentText(line.at),
      where: <TwoLines first={whereText(line)}>{line.actor === '' ? SYNC_LISTS.byItself : line.actor}</TwoLines>,
    },
  };
}

type QuarantineRow = SyncTableRow<keyof typeof QUARANTINE_COLUMNS>;

export function quarantineRows({ byServer, here }: QuarantineView): readonly QuarantineRow[] {
  return [
    ...byServer.rows.map((line) => explained(line, REFUSED_WHY[line.why])),
    // The same event may be in both.
    ...here.rows.map((line) => ({ ...explained(line, NOT_TAKEN_WHY[line.why]), key: `here ${keyOf(line)}` })),
  ];
}

function explained(
  line: RefusedLine | NotTakenLine,
  { why, next }: { readonly why: string; readonly next: string },
): QuarantineRow {
  return {
    ...rowOf(line),
    cells: {
      what: (
        <>
          <TwoLines first={eventText(line)}>
            {[whereText(line), line.at && momentText(line.at)].filter(Boolean).join(', ')}
          </TwoLines>
          <About line={line} />
        </>
      ),
      why,
      next,
    },
  };
}

export function contradictionRow(line: ContradictionLine): SyncTableRow<keyof typeof CONTRADICTION_COLUMNS> {
  return {
    key: keyOf(line.place),
    dossierId: line.dossier.id,
    kind: line.said.kind,
    cells: {
      about: <DossierName dossier={line.dossier} />,
      said: <SaidText said={line.said} />,
      against: line.against ? <SaidText said={line.against} /> : metText(line),
      advice: <strong>{adviceText(line)}</strong>,
    },
  };
}

function rowOf(line: SyncLine) {
  return { key: keyOf(line), dossierId: line.dossier?.id, kind: line.kind };
}

function keyOf({ log, seq }: { readonly log: string; readonly seq: number }): string {
  return `${log} ${seq}`;
}

function SaidText({ said }: { readonly said: Said }) {
  return <TwoLines first={FACT_KINDS[said.kind]}>{saidByText(said)}</TwoLines>;
}

function About({ line: { dossier, about } }: { readonly line: SyncLine }) {
  return dossier ? <DossierName dossier={dossier} /> : about;
}

function DossierName({ dossier }: { readonly dossier: DossierRow }) {
  const number = dossier.dossierNumber ?? dossier.oldNumber;
  return (
    <TwoLines first={dossier.applicantName}>
      {number === undefined ? groupedScanCode(dossier.scanCode) : <DossierNumberText number={number} />}
    </TwoLines>
  );
}

function TwoLines({ first, children }: { readonly first: string; readonly children: ReactNode }) {
  return (
    <>
      {first !== '' && <span className="sync-first">{first}</span>}
      {children && <span className="sync-second">{children}</span>}
    </>
  );
}
