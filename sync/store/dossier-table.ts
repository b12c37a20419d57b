import type { Dossier } from '../../domain/dossier.ts';
import { addDays } from '../../domain/plain-date.ts';
import { type DossierId, parseDossierId, parseScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import { foldText } from '../../domain/search-text.ts';
import type { DossierPage, DossierSummary, DossierViewQuery } from '../counter-store.ts';
import type { WritableDb } from './sqlite.ts';

/** Cache of the dossiers' states for lists and search. Written only by the projection, rebuildable at any time. */
export type DossierTable = {
  readonly find: (id: DossierId) => Dossier | undefined;
  readonly put: (dossier: Dossier, hasTrouble: boolean) => void;
  readonly list: (view: DossierViewQuery) => DossierPage;
  readonly search: (query: string, limit: number) => DossierPage;
};

const PUT = `INSERT INTO dossier
    (id, status, received_at, appointment_at, handed_over_at, number_tail, phone_tail, has_anomaly, state)
  VALUES (@id, @status, @receivedAt, @appointmentAt, @handedOverAt, @numberTail, @phoneTail, @hasAnomaly, @state)
  ON CONFLICT (id) DO UPDATE SET status = @status, received_at = @receivedAt, appointment_at = @appointmentAt,
    handed_over_at = @handedOverAt, number_tail = @numberTail, phone_tail = @phoneTail,
    has_anomaly = @hasAnomaly, state = @state
  RETURNING row`;

/** FROM and WHERE of each list, with its order. `@from` and `@until` are days; a moment sorts after its day. */
const VIEWS = {
  today: { where: 'received_at >= @from AND received_at < @until', order: 'received_at DESC, id DESC' },
  due: { where: "status = 'received' AND appointment_at < @until", order: 'appointment_at, id' },
  waiting: { where: "status = 'received'", order: 'appointment_at, id' },
} as const satisfies Record<DossierViewQuery['view'], { where: string; order: string }>;

/** Fewest digits that are looked up as the tail of a number or a phone. */
const SHORTEST_TAIL = 3;

type Row = { readonly state: string; readonly has_anomaly: number };

export function openDossierTable(db: WritableDb): DossierTable {
  const find = db.prepare<[string], string>('SELECT state FROM dossier WHERE id = ?').pluck();
  const put = db.prepare<object, number>(PUT).pluck();
  const forgetName = db.prepare('DELETE FROM dossier_name WHERE rowid = ?');
  const keepName = db.prepare('INSERT INTO dossier_name (rowid, name) VALUES (?, ?)');

  function pageOf(source: string, order: string, parameters: Record<string, string | number>): DossierPage {
    const total = db.prepare<object, number>(`SELECT count(*) FROM ${source}`).pluck().get(parameters) ?? 0;
    const rows = db
      .prepare<object, Row>(`SELECT state, has_anomaly FROM ${source} ORDER BY ${order} LIMIT @limit`)
      .all(parameters);
    return { rows: rows.map(summaryOf), total };
  }

  return {
    find: (id) => {
      const state = find.get(id);
      return state === undefined ? undefined : (JSON.parse(state) as Dossier);
    },
    put: (dossier, hasTrouble) => {
      const row = put.get(columnsOf(dossier, hasTrouble));
      if (row === undefined) throw new Error('the projection of a dossier was not kept');
      forgetName.run(row);
      keepName.run(row, namesOf(dossier));
    },
    list: ({ view, today, limit }) => {
      const { where, order } = VIEWS[view];
      return pageOf(`dossier WHERE ${where}`, order, { from: today, until: addDays(today, 1), limit });
    },
    search: (query, limit) => {
      const found = searchSource(query);
      return found ? pageOf(found.source, found.order, { ...found.parameters, limit }) : { rows: [], total: 0 };
    },
  };
}

type SearchSource = {
  readonly source: string;
  readonly order: string;
  readonly parameters: Record<string, string>;
};

const NEWEST_FIRST = 'received_at DESC, id DESC';

/** A whole scan code or id finds one dossier; other digits are a tail; everything else is a name. */
function searchSource(query: string): SearchSource | undefined {
  const compact = query.replace(/[\s.-]/gu, '');
  const scanCode = parseScanCode(compact);
  const id = scanCode.ok ? parseDossierId(scanCode.value.slice(0, 14)) : parseDossierId(compact);
  if (id) return { source: 'dossier WHERE id = @id', order: 'id', parameters: { id } };
  if (/^\d+$/.test(compact)) return compact.length < SHORTEST_TAIL ? undefined : tailSource(compact);
  const numberDigits = /^[\p{L}\d.]+-\d{6}-\d{4}$/u.test(query.trim()) ? query.replace(/\D/g, '') : undefined;
  if (numberDigits) return tailSource(numberDigits);
  const words = foldText(query).match(/[a-z0-9]+/g);
  if (!words) return undefined;
  return {
    source: 'dossier WHERE row IN (SELECT rowid FROM dossier_name WHERE dossier_name MATCH @words)',
    order: NEWEST_FIRST,
    parameters: { words: words.map((word) => `"${word}"*`).join(' ') },
  };
}

function tailSource(digits: string): SearchSource {
  const tail = reversed(digits);
  return {
    source: `dossier WHERE row IN (
      SELECT row FROM dossier WHERE number_tail >= @tail AND number_tail < @after
      UNION SELECT row FROM dossier WHERE phone_tail <> '' AND phone_tail >= @tail AND phone_tail < @after)`,
    order: NEWEST_FIRST,
    // ":" is the character after "9".
    parameters: { tail, after: `${tail}:` },
  };
}

function columnsOf(dossier: Dossier, hasTrouble: boolean): Record<string, string | number | null> {
  const { intake, handOver } = dossier;
  return {
    id: dossier.id,
    status: dossier.status,
    receivedAt: intake?.receivedAt ?? null,
    appointmentAt: intake?.appointment.at ?? null,
    handedOverAt: handOver?.handedOverAt ?? null,
    numberTail: reversed(intake?.dossierNumber.replace(/\D/g, '') ?? ''),
    phoneTail: reversed(phoneOf(dossier)),
    hasAnomaly: dossier.anomalies.length > 0 || hasTrouble ? 1 : 0,
    state: JSON.stringify(dossier),
  };
}

function phoneOf({ intake }: Dossier): string {
  return intake?.applicant.phone.kind === 'number' ? intake.applicant.phone.digits : '';
}

function namesOf({ intake }: Dossier): string {
  return foldText([intake?.applicant.name ?? '', intake?.submitter?.name ?? ''].join(' '));
}

function summaryOf(row: Row): DossierSummary {
  const dossier = JSON.parse(row.state) as Dossier;
  const { intake, handOver } = dossier;
  const scanCode = scanCodeOf(dossier.id);
  return {
    id: dossier.id,
    scanCode,
    status: dossier.status,
    procedureAlias: intake?.procedure.alias ?? '',
    applicantName: intake?.applicant.name ?? '',
    applicantPhone: phoneOf(dossier),
    station: Number(dossier.id.slice(5, 7)),
    hasAnomaly: row.has_anomaly === 1,
    ...(intake
      ? {
          dossierNumber: intake.dossierNumber,
          receivedAt: intake.receivedAt,
          appointmentAt: intake.appointment.at,
        }
      : {}),
    ...(handOver ? { handedOverAt: handOver.handedOverAt } : {}),
  };
}

function reversed(digits: string): string {
  return digits.split('').toReversed().join('');
}
