import type { Dossier } from '../../domain/dossier.ts';
import type { DossierNumber } from '../../domain/dossier-number.ts';
import { addDays, epochMsOf, type LocalMoment, localMoment } from '../../domain/plain-date.ts';
import { type DossierId, parseDossierId, parseScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import { foldText, MOST_COUNTED } from '../../domain/search-text.ts';
import type { DossierPage, DossierSummary, DossierViewQuery } from '../counter-store.ts';
import type { WritableDb } from './sqlite.ts';

/** Cache of the dossiers' states for lists and search. Written only by the projection, rebuildable at any time. */
export type DossierTable = {
  readonly find: (id: DossierId) => Dossier | undefined;
  readonly put: (dossier: Dossier, hasTrouble: boolean) => void;
  readonly list: (view: DossierViewQuery) => DossierPage;
  readonly search: (query: string, limit: number) => DossierPage;
};

const COLUMNS = `id, status, received_at, appointment_at, handed_over_at, number_tail, phone_tail, has_anomaly, state`;
const INSERT = `INSERT INTO dossier (row, ${COLUMNS})
  VALUES (@row, @id, @status, @receivedAt, @appointmentAt, @handedOverAt, @numberTail, @phoneTail, @hasAnomaly, @state)`;
const UPDATE = `UPDATE dossier SET row = @row, status = @status, received_at = @receivedAt,
    appointment_at = @appointmentAt, handed_over_at = @handedOverAt, number_tail = @numberTail, phone_tail = @phoneTail,
    has_anomaly = @hasAnomaly, state = @state
  WHERE id = @id`;

// A row's number is the minute of the reception and a running number in it. So the search rows, which SQLite gives out
// in the order of their numbers alone, come newest first without a look at the dossiers they stand for.
const ROWS_PER_MINUTE = 2 ** 20;
const FIRST_MINUTE = localMoment('1900-01-01T00:00');
const NEXT_ROW = `SELECT coalesce(max(row) + 1, @first) FROM dossier WHERE row >= @first AND row < @first + ${ROWS_PER_MINUTE}`;

/** FROM, WHERE and order of each list. `@from` and `@until` are days; a moment sorts after its day. */
const VIEWS = {
  today: ['dossier WHERE received_at >= @from AND received_at < @until', 'received_at DESC, row DESC'],
  due: ["dossier WHERE status = 'received' AND appointment_at < @until", 'appointment_at, row'],
  waiting: ["dossier WHERE status = 'received'", 'appointment_at, row'],
} as const satisfies Record<DossierViewQuery['view'], readonly [source: string, order: string]>;

/** Row numbers of what a search finds, the newest first: a little more than is counted. */
const MATCHES = {
  id: 'SELECT row FROM dossier WHERE id = @id',
  tail: `SELECT row FROM dossier WHERE number_tail >= @tail AND number_tail < @after
    UNION SELECT row FROM dossier WHERE phone_tail <> '' AND phone_tail >= @tail AND phone_tail < @after
    ORDER BY row DESC`,
  words: 'SELECT rowid FROM dossier_name WHERE dossier_name MATCH @words ORDER BY rowid DESC',
} as const;

/** Fewest digits that are looked up as the tail of a number or a phone. */
const SHORTEST_TAIL = 3;

// SQLite finds four members in a state in a third of the time that a whole dossier takes to be read.
const SUMMARY = `id, status, received_at, appointment_at, handed_over_at, has_anomaly,
  json_extract(state, '$.intake.dossierNumber', '$.intake.procedure.alias', '$.intake.applicant.name',
    '$.intake.applicant.phone.digits') AS said`;

type Row = {
  readonly id: DossierId;
  readonly status: Dossier['status'];
  readonly received_at: LocalMoment | null;
  readonly appointment_at: LocalMoment | null;
  readonly handed_over_at: LocalMoment | null;
  readonly has_anomaly: number;
  readonly said: string;
};

export function openDossierTable(db: WritableDb): DossierTable {
  const find = db.prepare<[string], string>('SELECT state FROM dossier WHERE id = ?').pluck();
  const names = openNames(db);
  const summaries = db.prepare<[string], Row>(
    `SELECT ${SUMMARY} FROM dossier WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row DESC`,
  );
  const pages = { today: openPage(db, 'today'), due: openPage(db, 'due'), waiting: openPage(db, 'waiting') };
  const matches = { id: openMatches(db, 'id'), tail: openMatches(db, 'tail'), words: openMatches(db, 'words') };
  return {
    find: (id) => {
      const state = find.get(id);
      return state === undefined ? undefined : parseState(state);
    },
    put: openPut(db, names),
    list: ({ view, today, limit }) => pages[view]({ from: today, until: addDays(today, 1), limit }),
    search: (query, limit) => {
      const search = searchOf(query);
      if (!search) return { rows: [], total: 0 };
      const found = matches[search.by].all({ ...search.parameters, most: MOST_COUNTED + 1 });
      const rows = summaries.all(JSON.stringify(found.slice(0, limit)));
      return { rows: rows.map(summaryOf), total: found.length };
    },
  };
}

function openPut(db: WritableDb, names: Names): DossierTable['put'] {
  const place = db.prepare<[string], { row: number; state: string }>('SELECT row, state FROM dossier WHERE id = ?');
  const next = db.prepare<object, number>(NEXT_ROW).pluck();
  const insert = db.prepare(INSERT);
  const update = db.prepare(UPDATE);

  const rowFor = (dossier: Dossier): number => {
    const row = next.get({ first: firstRowOf(dossier) });
    if (row === undefined) throw new Error('there is no number for a row');
    return row;
  };

  return (dossier, hasTrouble) => {
    const columns = columnsOf(dossier, hasTrouble);
    const before = place.get(dossier.id);
    if (!before) {
      const row = rowFor(dossier);
      insert.run({ ...columns, row });
      names.keep(row, dossier);
      return;
    }
    const known = parseState(before.state);
    // Its place among the others is known with its reception, which may come late.
    const row = dossier.intake && !known.intake ? rowFor(dossier) : before.row;
    update.run({ ...columns, row });
    if (row === before.row && namesOf(known) === namesOf(dossier)) return;
    names.forget(before.row);
    names.keep(row, dossier);
  };
}

type Names = { readonly keep: (row: number, dossier: Dossier) => void; readonly forget: (row: number) => void };

function openNames(db: WritableDb): Names {
  const forget = db.prepare('DELETE FROM dossier_name WHERE rowid = ?');
  const keep = db.prepare('INSERT INTO dossier_name (rowid, name) VALUES (?, ?)');
  return {
    keep: (row, dossier) => void keep.run(row, namesOf(dossier)),
    forget: (row) => void forget.run(row),
  };
}

function openPage(db: WritableDb, view: DossierViewQuery['view']): (parameters: object) => DossierPage {
  const [source, order] = VIEWS[view];
  const count = db.prepare<object, number>(`SELECT count(*) FROM ${source}`).pluck();
  const rows = db.prepare<object, Row>(`SELECT ${SUMMARY} FROM ${source} ORDER BY ${order} LIMIT @limit`);
  return (parameters) => ({ rows: rows.all(parameters).map(summaryOf), total: count.get(parameters) ?? 0 });
}

function openMatches(db: WritableDb, by: keyof typeof MATCHES) {
  return db.prepare<object, number>(`${MATCHES[by]} LIMIT @most`).pluck();
}

/** The first of the numbers that rows of its minute have; what has no reception yet is older than all. */
function firstRowOf({ intake }: Dossier): number {
  if (!intake) return 1;
  const minute = (epochMsOf(intake.receivedAt) - epochMsOf(FIRST_MINUTE)) / 60_000;
  return minute * ROWS_PER_MINUTE;
}

type Search = { readonly by: keyof typeof MATCHES; readonly parameters: Readonly<Record<string, string>> };

/** A whole scan code or id finds one dossier; other digits are a tail; everything else is a name. */
function searchOf(query: string): Search | undefined {
  const compact = query.replace(/[\s.-]/gu, '');
  const scanCode = parseScanCode(compact);
  const id = scanCode.ok ? parseDossierId(scanCode.value.slice(0, 14)) : parseDossierId(compact);
  if (id) return { by: 'id', parameters: { id } };
  if (/^\d+$/.test(compact)) return compact.length < SHORTEST_TAIL ? undefined : tailSearch(compact);
  const isNumber = /^[\p{L}\d.]+-\d{6}-\d{4}$/u.test(query.trim());
  if (isNumber) return tailSearch(query.replace(/\D/g, ''));
  const words = foldText(query).match(/[a-z0-9]+/g);
  return words ? { by: 'words', parameters: { words: words.map((word) => `"${word}"*`).join(' ') } } : undefined;
}

function tailSearch(digits: string): Search {
  const tail = reversed(digits);
  // ":" is the character after "9".
  return { by: 'tail', parameters: { tail, after: `${tail}:` } };
}

function columnsOf(dossier: Dossier, hasTrouble: boolean): Readonly<Record<string, string | number | null>> {
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
  const [dossierNumber, alias, name, phone] = JSON.parse(row.said) as readonly [DossierNumber | null, ...SaidOrNot[]];
  return {
    id: row.id,
    scanCode: scanCodeOf(row.id),
    status: row.status,
    procedureAlias: alias ?? '',
    applicantName: name ?? '',
    applicantPhone: phone ?? '',
    station: Number(row.id.slice(5, 7)),
    hasAnomaly: row.has_anomaly === 1,
    ...(dossierNumber === null ? {} : { dossierNumber }),
    ...(row.received_at === null ? {} : { receivedAt: row.received_at }),
    ...(row.appointment_at === null ? {} : { appointmentAt: row.appointment_at }),
    ...(row.handed_over_at === null ? {} : { handedOverAt: row.handed_over_at }),
  };
}

type SaidOrNot = string | null;

function parseState(state: string): Dossier {
  return JSON.parse(state) as Dossier;
}

function reversed(digits: string): string {
  return digits.split('').toReversed().join('');
}
