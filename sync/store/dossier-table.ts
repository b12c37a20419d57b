import type { Dossier } from '../../domain/dossier.ts';
import { oldNumberKey } from '../../domain/go-live/old-number.ts';
import { isOpenState } from '../../domain/lifecycle/dossier-state.ts';
import { addDays, epochMsOf, type LocalMoment, localMoment, type PlainDate } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { foldText, MOST_COUNTED } from '../../domain/search-text.ts';
import type {
  AskedAt,
  DossierCounts,
  DossierPage,
  DossierSummary,
  DossierViewQuery,
  ReceivedBy,
  RegisterPlacesPage,
  RegisterPlacesQuery,
} from '../counter-store.ts';
import { SUMMARY, summaryOf, type SummaryRow } from './dossier-summary.ts';
import { openMatches, reversed, searchOf } from './dossier-search.ts';
import { openDossierViews } from './dossier-views.ts';
import { openLastReceived } from './last-received.ts';
import { openPaymentTable, type PaymentTable } from './payment-table.ts';
import { openRegisterPlaces } from './register-places.ts';
import type { WritableDb } from './sqlite.ts';

/** Cache of the dossiers' states for lists and search. Written only by the projection, rebuildable at any time. */
export type DossierTable = {
  readonly find: (id: DossierId) => Dossier | undefined;
  readonly put: (dossier: Dossier, hasTrouble: boolean) => void;
  readonly list: (query: DossierViewQuery) => DossierPage;
  /** How many dossiers each list has. */
  readonly count: (asked: AskedAt) => DossierCounts;
  readonly search: (query: string, limit: number) => DossierPage;
  /** The dossiers themselves that {@link search} would list first. */
  readonly match: (query: string, most: number) => readonly Dossier[];
  /** All of them, or all that are open, one after the other. */
  readonly each: (which?: { readonly onlyOpen: boolean }) => Iterable<Dossier>;
  /** With something that a person has to settle, the newest first. */
  readonly contradicted: () => readonly Dossier[];
  /** Of these, as far as they are known, in no order. */
  readonly summaries: (ids: readonly string[]) => readonly DossierSummary[];
  /** Received on a day, in the order of receipt. */
  readonly receivedOn: (day: PlainDate) => readonly Dossier[];
  /** Who received the newest. */
  readonly lastReceived: (limit: number) => readonly ReceivedBy[];
  /** Where a page of what was received stands in the register books, in the order of receipt. */
  readonly registerPlaces: (query: RegisterPlacesQuery) => RegisterPlacesPage;
  /** Of all dossiers, in no order. */
  readonly ids: () => readonly DossierId[];
  /** Dossiers of the former system whose old number or barcode is `text`. */
  readonly findByOldScan: (text: string) => readonly Dossier[];
};

const COLUMNS = `id, status, open, received_at, appointment_at, handed_over_at, number_tail, phone_tail, id_tail,
  old_number, old_scan, has_anomaly, state`;
const INSERT = `INSERT INTO dossier (row, ${COLUMNS})
  VALUES (@row, @id, @status, @open, @receivedAt, @appointmentAt, @handedOverAt, @numberTail, @phoneTail, @idTail,
    @oldNumber, @oldScan, @hasAnomaly, @state)`;
const UPDATE = `UPDATE dossier SET row = @row, status = @status, open = @open, received_at = @receivedAt,
    appointment_at = @appointmentAt, handed_over_at = @handedOverAt, number_tail = @numberTail, phone_tail = @phoneTail,
    id_tail = @idTail, old_number = @oldNumber, old_scan = @oldScan, has_anomaly = @hasAnomaly, state = @state
  WHERE id = @id`;

// A row's number is the minute of the reception and a running number in it. So the search rows, which SQLite gives out
// in the order of their numbers alone, come newest first without a look at the dossiers they stand for.
const ROWS_PER_MINUTE = 2 ** 20;
const FIRST_MINUTE = localMoment('1900-01-01T00:00');
const NEXT_ROW = `SELECT coalesce(max(row) + 1, @first) FROM dossier WHERE row >= @first AND row < @first + ${ROWS_PER_MINUTE}`;

/** Two old numbers may be looked up by the same letters. */
const MOST_OF_ONE_NUMBER = 20;

export function openDossierTable(db: WritableDb): DossierTable {
  const find = db.prepare<[string], string>('SELECT state FROM dossier WHERE id = ?').pluck();
  const names = openNames(db);
  const summaries = db.prepare<[string], SummaryRow>(
    `SELECT ${SUMMARY} FROM dossier WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row DESC`,
  );
  const matches = {
    id: openMatches(db, 'id'),
    tail: openMatches(db, 'tail'),
    old: openMatches(db, 'old'),
    words: openMatches(db, 'words'),
  };
  const all = db.prepare<[], string>('SELECT state FROM dossier ORDER BY row').pluck();
  const open = db.prepare<[], string>("SELECT state FROM dossier WHERE open <> '' ORDER BY row").pluck();
  const contradicted = db
    .prepare<[], string>(
      `SELECT state FROM dossier INDEXED BY dossier_anomaly
       WHERE has_anomaly = 1 AND json_array_length(state, '$.anomalies') > 0 ORDER BY row DESC`,
    )
    .pluck();
  const byId = db.prepare<[string], SummaryRow>(
    `SELECT ${SUMMARY} FROM dossier WHERE id IN (SELECT value FROM json_each(?))`,
  );
  const receivedOn = db
    .prepare<[string, string], string>(
      'SELECT state FROM dossier WHERE received_at >= ? AND received_at < ? ORDER BY received_at, row',
    )
    .pluck();
  const ids = db.prepare<[], DossierId>('SELECT id FROM dossier').pluck();
  const states = db
    .prepare<[string], string>(
      'SELECT state FROM dossier WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row DESC',
    )
    .pluck();
  return {
    find: (id) => {
      const state = find.get(id);
      return state === undefined ? undefined : parseState(state);
    },
    put: openPut(db, { names, payments: openPaymentTable(db) }),
    ...openDossierViews(db),
    search: (query, limit) => {
      const search = searchOf(query);
      if (!search) return { rows: [], total: 0 };
      const found = matches[search.by].all({ ...search.parameters, most: MOST_COUNTED + 1 });
      const rows = summaries.all(JSON.stringify(found.slice(0, limit)));
      return { rows: rows.map(summaryOf), total: found.length };
    },
    match: (query, most) => {
      const search = searchOf(query);
      const found = search ? matches[search.by].all({ ...search.parameters, most }) : [];
      return states.all(JSON.stringify(found)).map(parseState);
    },
    each: function* (which = { onlyOpen: false }) {
      for (const state of (which.onlyOpen ? open : all).iterate()) yield parseState(state);
    },
    contradicted: () => contradicted.all().map(parseState),
    summaries: (ids) => byId.all(JSON.stringify(ids)).map(summaryOf),
    receivedOn: (day) => receivedOn.all(day, addDays(day, 1)).map(parseState),
    lastReceived: openLastReceived(db),
    registerPlaces: openRegisterPlaces(db),
    ids: () => ids.all(),
    findByOldScan: (text) => {
      const old = oldNumberKey(text);
      if (old === '') return [];
      return states.all(JSON.stringify(matches.old.all({ old, most: MOST_OF_ONE_NUMBER }))).map(parseState);
    },
  };
}

/** What the cache of a dossier is written together with. */
type Beside = { readonly names: Names; readonly payments: PaymentTable };

function openPut(db: WritableDb, { names, payments }: Beside): DossierTable['put'] {
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
    const known = before && parseState(before.state);
    if (hasMoney(dossier) || (known && hasMoney(known))) payments.put(dossier);
    if (!before || !known) {
      const row = rowFor(dossier);
      insert.run({ ...columns, row });
      names.keep(row, dossier);
      return;
    }
    // Its place among the others is known with its reception, which may come late.
    const row = firstRowOf(dossier) !== firstRowOf(known) ? rowFor(dossier) : before.row;
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

/** The first of the numbers that rows of its minute have; what has no reception yet is older than all. */
function firstRowOf(dossier: Dossier): number {
  const came = cameAt(dossier);
  if (came === undefined) return 1;
  const minute = (epochMsOf(came) - epochMsOf(FIRST_MINUTE)) / 60_000;
  return minute * ROWS_PER_MINUTE;
}

/** When it came to this counter, in whatever way. */
function cameAt({ intake, carriedOver, filing, guidance, intakeRefusal, asked }: Dossier): LocalMoment | undefined {
  return intake?.receivedAt ?? carriedOver?.receivedAt ?? filing?.at ?? guidance?.at ?? intakeRefusal?.at ?? asked?.at;
}

function columnsOf(dossier: Dossier, hasTrouble: boolean): Readonly<Record<string, string | number | null>> {
  return {
    id: dossier.id,
    status: dossier.status,
    open: openWord(dossier),
    ...momentsOf(dossier),
    ...keysOf(dossier),
    hasAnomaly: dossier.anomalies.length > 0 || hasTrouble ? 1 : 0,
    state: JSON.stringify(dossier),
  };
}

function momentsOf({ intake, carriedOver, appointment, handOver }: Dossier) {
  return {
    receivedAt: intake?.receivedAt ?? carriedOver?.receivedAt ?? null,
    appointmentAt: appointment?.at ?? null,
    handedOverAt: handOver?.handedOverAt ?? null,
  };
}

/** What it is looked up by. */
function keysOf(dossier: Dossier) {
  const { intake, carriedOver, applicant } = dossier;
  return {
    numberTail: reversed(intake?.dossierNumber.replace(/\D/g, '') ?? ''),
    phoneTail: reversed(phoneOf(dossier)),
    idTail: reversed(applicant?.idNumber.replace(/\D/g, '') ?? ''),
    oldNumber: oldNumberKey(carriedOver?.oldNumber ?? ''),
    oldScan: oldNumberKey(carriedOver?.oldScanText ?? ''),
  };
}

function openWord({ status, pausedSince }: Dossier): 'open' | 'paused' | '' {
  if (!isOpenState(status)) return '';
  return pausedSince === undefined ? 'open' : 'paused';
}

function hasMoney({ payments, refunds }: Dossier): boolean {
  return payments.length + refunds.length > 0;
}

function phoneOf({ applicant }: Dossier): string {
  return applicant?.phone.kind === 'number' ? applicant.phone.digits : '';
}

function isRestricted({ intake, filing, guidance, intakeRefusal, asked }: Dossier): boolean {
  return [intake, filing, guidance, intakeRefusal, asked].some((step) => step?.procedure.isRestricted);
}

function namesOf(dossier: Dossier): string {
  const { applicant, intake } = dossier;
  // Sensitive ones are found by their number, not by whose they are.
  if (isRestricted(dossier)) return '';
  return foldText([applicant?.name ?? '', intake?.submitter?.name ?? ''].join(' '));
}

function parseState(state: string): Dossier {
  return JSON.parse(state) as Dossier;
}
