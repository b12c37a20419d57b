import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  type DossierFact,
  EVENT_SCHEMA_VERSION,
  type EventBody,
  type JsonObject,
  type LogOpened,
} from '../domain/dossier-event.ts';
import { ok } from '../domain/result.ts';
import type { Action, CounterIdentity, CounterStore, Opening, Work } from './counter-store.ts';
import { type CounterDatabase, documentOf, IDENTITY, openCounterDatabase } from './store/counter-database.ts';
import { LAMPORT } from './store/event-table.ts';
import { sequenceName } from './store/number-counters.ts';
import { openSettings, type Settings } from './store/setting-table.ts';
import { openUpstreamQuarantine, type UpstreamQuarantine } from './store/upstream-quarantine.ts';
import { namingTrouble } from './store/sqlite.ts';
import { sealEvent } from './wire/chain.ts';

/** The store with what the replication needs of it; the core sees only {@link CounterStore}. */
export type OpenCounterStore = CounterStore & {
  readonly database: CounterDatabase;
  readonly quarantine: UpstreamQuarantine;
};

const FILE_NAME = 'counter.db';
/** Says who made a revision; there is one writer. */
const REVISION_TOKEN = 'counter';

/**
 * Opens the counter kept in `folder`, or makes an empty one there.
 * Throws {@link OpenError} for a file this program must not touch and {@link StorageError} when the disk says no.
 */
export function openCounterStore(options: { readonly folder: string }): OpenCounterStore {
  mkdirSync(options.folder, { recursive: true });
  const database = openCounterDatabase(path.join(options.folder, FILE_NAME));
  const { transactions, events, dossiers, printJobs } = database;
  const settings = openSettings(database.db);
  const quarantine = openUpstreamQuarantine(database.db);
  const commands = openCommands(database);
  const identity = () => settings.find<CounterIdentity>(IDENTITY);

  const inOneCommit = (act: () => void): void => {
    transactions.run(() => ok(act()));
  };

  return {
    database,
    quarantine,
    identity,
    establish: (who, opening) => inOneCommit(() => establish(database, settings, { who, opening })),
    commit: (action, act) => {
      const done = action.commandId === undefined ? undefined : commands.find(action.commandId);
      // The same command was committed before its answer got lost: its outcome is T by construction.
      if (done) return ok(done as never);
      const who = identity();
      if (!who) throw new Error('the counter is not set up');
      return transactions.run(() => {
        const result = act(workOf(database, { action, log: who.log }));
        if (result.ok && action.commandId !== undefined) commands.keep(action.commandId, result.value);
        return result;
      });
    },
    findDossier: (id) => namingTrouble(() => dossiers.find(id)),
    listDossiers: (view) => namingTrouble(() => dossiers.list(view)),
    searchDossiers: (query, limit) => namingTrouble(() => dossiers.search(query, limit)),
    setting: (key) => settings.find(`core.${key}`),
    saveSetting: (key, value) =>
      inOneCommit(() => {
        settings.put(`core.${key}`, value);
        transactions.touched('settings');
      }),
    printJobs: {
      ...printJobs,
      setState: (id, state, trouble) =>
        inOneCommit(() => {
          printJobs.putState(id, state, trouble);
          transactions.touched('print');
        }),
      keepArtifact: (id, artifact) => inOneCommit(() => printJobs.putArtifact(id, artifact)),
    },
    vector: () => events.vector(),
    lastEventAt: () => {
      const log = identity()?.log;
      return log === undefined ? 0 : (events.after({ log, seq: events.headOf(log).seq - 1 }, 1)[0]?.at ?? 0);
    },
    quarantinedCount: () => quarantine.count(),
    forgetQuarantine: () => inOneCommit(() => quarantine.forget()),
    onChange: transactions.onChange,
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

function establish(
  database: CounterDatabase,
  settings: Settings,
  { who, opening }: { readonly who: CounterIdentity; readonly opening: Opening },
): void {
  if (settings.find(IDENTITY)) throw new Error('the counter is set up already');
  settings.put(IDENTITY, who);
  const payload = {
    unitCode: who.unit.code,
    organisationCode: who.unit.organisationCode,
    station: who.station,
    machine: opening.machine,
    appVersion: opening.appVersion,
  } satisfies LogOpened;
  seal(database, {
    log: who.log,
    action: { actor: who.clerkName, clock: opening.clock },
    entry: { kind: 'log-opened', dossierId: '', payload },
  });
  database.transactions.touched('settings');
}

function workOf(database: CounterDatabase, by: { readonly action: Action; readonly log: string }): Work {
  const { sequences, printJobs, transactions } = database;
  return {
    findDossier: (id) => database.dossiers.find(id),
    used: (counter) => sequences.value(sequenceName(counter)),
    take: (counter) => sequences.next(sequenceName(counter)),
    append: (fact) => seal(database, { ...by, entry: entryOf(fact) }),
    queueSlip: (slip) => {
      transactions.touched('print');
      return printJobs.queue(slip);
    },
  };
}

type Entry = Pick<EventBody, 'kind' | 'dossierId' | 'payload'>;

function seal(
  database: CounterDatabase,
  { log, action, entry }: { readonly log: string; readonly action: Action; readonly entry: Entry },
) {
  const { events, sequences } = database;
  const head = events.headOf(log);
  const body: EventBody = {
    lamport: sequences.value(LAMPORT) + 1,
    at: action.clock.at,
    clockQuality: action.clock.clockQuality,
    actor: action.actor,
    schemaVersion: EVENT_SCHEMA_VERSION,
    ...entry,
  };
  const event = sealEvent(body, { log, seq: head.seq + 1, prev: head.hash });
  database.admit(documentOf(event, REVISION_TOKEN));
  return event;
}

function entryOf({ kind, dossierId, payload }: DossierFact): Entry {
  // A payload is plain data: this is how it will stand in the file and on the wire.
  return { kind, dossierId, payload: JSON.parse(JSON.stringify(payload)) as JsonObject };
}

function openCommands({ db }: CounterDatabase) {
  const find = db.prepare<[string], string>('SELECT outcome FROM command WHERE id = ?').pluck();
  const keep = db.prepare('INSERT INTO command (id, outcome) VALUES (?, ?)');
  return {
    find: (id: string): JsonObject | undefined => {
      const outcome = find.get(id);
      return outcome === undefined ? undefined : (JSON.parse(outcome) as JsonObject);
    },
    keep: (id: string, outcome: JsonObject): void => void keep.run(id, JSON.stringify(outcome)),
  };
}
