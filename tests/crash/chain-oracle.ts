import type Database from 'better-sqlite3';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import { GENESIS_HASH, isSealed } from '../../sync/wire/chain.ts';

type EventRow = {
  readonly id: string;
  readonly log: string;
  readonly seq: number;
  readonly rev: string;
  readonly lwt: number;
  readonly doc: string;
};

const BROKEN_SEAL = 'not what was sealed';

type Head = { readonly seq: number; readonly hash: string };

const EVENTS = 'SELECT id, log, seq, rev, lwt, doc FROM event NOT INDEXED ORDER BY log, seq';
const PLACES = 'SELECT count(*) = max(change_seq) OR count(*) = 0 FROM event NOT INDEXED';

/** Reads every event again and seals it, without a line of the store's own code. */
export function chainFaults(db: Database.Database): readonly string[] {
  const faults: string[] = [];
  const heads = new Map<string, Head>();
  for (const row of db.prepare<[], EventRow>(EVENTS).all()) {
    const event = eventIn(row);
    const fault = faultOf(row, event, heads.get(row.log) ?? { seq: 0, hash: GENESIS_HASH });
    if (fault !== undefined) faults.push(`${row.id}: ${fault}`);
    heads.set(row.log, { seq: row.seq, hash: event?.hash ?? '' });
  }
  if (db.prepare<[], number>(PLACES).pluck().get() !== 1) faults.push('arrivals are not 1, 2, 3 …');
  return [...faults, ...headFaults(db, heads)];
}

/** Of {@link chainFaults} those by which an event no longer says what it said; the others are in the row around it. */
export function brokenSeals(db: Database.Database): readonly string[] {
  return chainFaults(db).filter((fault) => fault.endsWith(BROKEN_SEAL));
}

function faultOf(row: EventRow, event: StoredEvent | undefined, before: Head): string | undefined {
  if (!event || !isSealed(event)) return BROKEN_SEAL;
  if (!isItsDocument(row, event)) return 'in a document that rotted';
  const { id, log, seq } = row;
  if (event.log !== log || event.seq !== seq || id !== `${log}:${seq}`) return 'in a wrong row';
  return seq === before.seq + 1 && event.prev === before.hash ? undefined : 'does not follow';
}

function headFaults(db: Database.Database, heads: ReadonlyMap<string, Head>): readonly string[] {
  const kept = db.prepare<[], Head & { log: string }>('SELECT log, seq, hash FROM log_head').all();
  const elsewhere = kept.filter(({ log, seq, hash }) => heads.get(log)?.seq !== seq || heads.get(log)?.hash !== hash);
  return [
    ...elsewhere.map(({ log }) => `${log}: its head is elsewhere`),
    ...(kept.length === heads.size ? [] : ['there are not as many heads as logs']),
  ];
}

/** Undefined when the text holds none any more. */
function eventIn({ doc }: EventRow): StoredEvent | undefined {
  try {
    return (JSON.parse(doc) as { readonly event?: StoredEvent }).event;
  } catch (error) {
    // A text that rotted is what the oracle is there to see.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What RxDB keeps around an event: no part of what is sealed. */
function isItsDocument({ id, log, seq, rev, lwt, doc }: EventRow, event: StoredEvent): boolean {
  const around = { id, log, seq, event, _rev: rev, _deleted: false, _meta: { lwt }, _attachments: {} };
  return JSON.stringify(around) === doc;
}
