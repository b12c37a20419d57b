import { openDatabase, openReadOnly, type WritableDb } from '../../sync/store/sqlite.ts';
import { foldText } from '../../domain/search-text.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** The rows one reception left in a file, table by table. */
export type ReceptionRows = {
  readonly event: Row;
  readonly head: Row;
  readonly sequences: readonly Row[];
  readonly command: Row;
  readonly dossier: Row;
  readonly name: Row;
  readonly job: Row;
};

/** Reads what the last reception wrote, by a connection of its own. */
export class ReceptionReader {
  readonly #db: ReturnType<typeof openReadOnly>;
  #sequences: ReadonlyMap<unknown, Row>;

  constructor(file: string, key: Uint8Array) {
    this.#db = openReadOnly(file, key);
    this.#sequences = this.#readSequences();
  }

  /** The rows of the last `count` receptions, oldest first. */
  last(count: number): readonly ReceptionRows[] {
    const all = (sql: string): readonly Row[] => this.#db.prepare<[number], Row>(sql).all(count).toReversed();
    const before = this.#sequences;
    this.#sequences = this.#readSequences();
    const changed = [...this.#sequences.values()].filter(({ name, value }) => before.get(name)?.['value'] !== value);
    const events = all('SELECT id, log, seq, rev, lwt, change_seq, doc FROM event ORDER BY change_seq DESC LIMIT ?');
    const commands = all('SELECT id, outcome FROM command ORDER BY rowid DESC LIMIT ?');
    const jobs = all(`SELECT id, printer, paper_key, copy_no, dossier_id, at, queued_at, paper, font_version, state
      FROM print_job ORDER BY id DESC LIMIT ?`);
    return jobs.map((job, i) => {
      const dossier = this.#dossier(String(job['dossier_id']));
      const [event, command] = [events[i], commands[i]];
      if (!event || !command) throw new Error('a reception left fewer rows than it should');
      const { log, seq } = event;
      return {
        event,
        head: { log: String(log), seq: Number(seq), hash: String(JSON.parse(String(event['doc'])).event.hash) },
        sequences: changed,
        command,
        dossier,
        name: { rowid: Number(dossier['row']), name: nameOf(String(dossier['state'])) },
        job,
      };
    });
  }

  #dossier(id: string): Row {
    const row = this.#db.prepare<[string], Row>('SELECT * FROM dossier WHERE id = ?').get(id);
    if (!row) throw new Error(`nothing was written of ${id}`);
    return row;
  }

  close(): void {
    this.#db.close();
  }

  #readSequences(): ReadonlyMap<unknown, Row> {
    const rows = this.#db.prepare<[], Row>('SELECT name, value FROM sequence').all();
    return new Map(rows.map((row) => [row['name'], row]));
  }
}

/**
 * The yardstick: better-sqlite3 and nothing else, writing the rows of a reception into a file of its own, with the same
 * tables, indexes, triggers, pragmas and key, in one transaction that is synced to the disk.
 */
export class RawReceptions {
  readonly #db: WritableDb;
  readonly #write: (rows: ReceptionRows) => void;

  constructor(file: string, key: Uint8Array) {
    const db = openDatabase(file, { key });
    this.#db = db;
    const event = db.prepare(`INSERT INTO event (id, log, seq, rev, lwt, change_seq, doc)
      VALUES (@id, @log, @seq, @rev, @lwt, @change_seq, @doc)`);
    const head = db.prepare(`INSERT INTO log_head (log, seq, hash) VALUES (@log, @seq, @hash)
      ON CONFLICT (log) DO UPDATE SET seq = @seq, hash = @hash`);
    const sequence = db.prepare(`INSERT INTO sequence (name, value) VALUES (@name, @value)
      ON CONFLICT (name) DO UPDATE SET value = @value`);
    const command = db.prepare('INSERT INTO command (id, outcome) VALUES (@id, @outcome)');
    const dossier = db.prepare(`INSERT INTO dossier (row, id, status, open, received_at, appointment_at, handed_over_at,
        number_tail, phone_tail, id_tail, old_number, old_scan, has_anomaly, state)
      VALUES (@row, @id, @status, @open, @received_at, @appointment_at, @handed_over_at,
        @number_tail, @phone_tail, @id_tail, @old_number, @old_scan, @has_anomaly, @state)`);
    const name = db.prepare('INSERT INTO dossier_name (rowid, name) VALUES (@rowid, @name)');
    const job = db.prepare(`INSERT INTO print_job
        (id, printer, paper_key, copy_no, dossier_id, at, queued_at, paper, font_version, state)
      VALUES (@id, @printer, @paper_key, @copy_no, @dossier_id, @at, @queued_at, @paper, @font_version, @state)`);
    const begin = db.prepare('BEGIN IMMEDIATE');
    const commit = db.prepare('COMMIT');
    this.#write = (rows) => {
      begin.run();
      event.run(rows.event);
      head.run(rows.head);
      for (const row of rows.sequences) sequence.run(row);
      dossier.run(rows.dossier);
      name.run(rows.name);
      job.run(rows.job);
      command.run(rows.command);
      commit.run();
    };
  }

  write(rows: ReceptionRows): void {
    this.#write(rows);
  }

  close(): void {
    this.#db.close();
  }
}

type State = { readonly applicant?: { name: string }; readonly intake?: { submitter?: { name: string } } };

/** What the search row says, which holds no text that could be read back. */
function nameOf(state: string): string {
  const { applicant, intake } = JSON.parse(state) as State;
  return foldText([applicant?.name ?? '', intake?.submitter?.name ?? ''].join(' '));
}
