import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Station } from '../domain/dossier-number.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type {
  CounterIdentity,
  CounterStore,
  Drafts,
  NumbersDoubt,
  NumberWatch,
  Opening,
  PrintJobs,
} from './counter-store.ts';
import { commitsOf, openCommands } from './store/commit-action.ts';
import { type CounterDatabase, openCounterDatabase } from './store/counter-database.ts';
import { type DraftTable, openDraftTable } from './store/draft-table.ts';
import { openDossierLook } from './store/dossier-look.ts';
import { factsIn } from './store/fold-dossier.ts';
import { takeLock } from './store/file-lock.ts';
import { foldIfOutdated } from './store/fold-everything.ts';
import { sequenceName } from './store/number-counters.ts';
import type { WitnessPaths } from './store/number-guard.ts';
import { OwnLog } from './store/own-log.ts';
import { openSettings } from './store/setting-table.ts';
import { isDamage, namingTrouble } from './store/sqlite.ts';
import { stationsUsed } from './store/stations-used.ts';
import { openSyncEvents } from './store/sync-events.ts';
import { openUpstreamQuarantine, type UpstreamQuarantine } from './store/upstream-quarantine.ts';

/** The store with what the replication needs of it; the core sees only {@link CounterStore}. */
export type OpenCounterStore = CounterStore & {
  readonly database: CounterDatabase;
  readonly quarantine: UpstreamQuarantine;
};

export type StoreOptions = {
  readonly folder: string;
  /** 32 bytes; absent for a file that is plain. */
  readonly key?: Uint8Array;
  /** Absent where no real number is given out. */
  readonly watch?: NumberWatch;
  /** A backup was just put back: whatever the witnesses say, numbers are skipped. */
  readonly isRestored?: boolean;
};

export const FILE_NAME = 'counter.db';
/** Before the first event of any log. */
const EVERYTHING = {};
const LOCK_NAME = 'counter.lock';
/** The witness of the numbers that lies beside the database. */
export const WITNESS_NAME = 'numbers.witness';

/**
 * Opens the counter kept in `folder`, or makes an empty one there; one process at a time. A file that does not know every
 * number that was given out goes on past them, in a new log.
 * Throws {@link OpenError} for a file this program must not touch and {@link StorageError} when the disk says no.
 */
export function openCounterStore(options: StoreOptions): OpenCounterStore {
  mkdirSync(options.folder, { recursive: true });
  const lock = takeLock(path.join(options.folder, LOCK_NAME));
  let database: CounterDatabase | undefined;
  try {
    const opened = openCounterDatabase(path.join(options.folder, FILE_NAME), options.key);
    database = opened;
    namingTrouble(() => foldIfOutdated(opened));
    return namingTrouble(() => new StoreParts(opened, options).store(lock.release));
  } catch (error) {
    database?.close();
    lock.release();
    throw error;
  }
}

type Methods = Omit<
  CounterStore,
  'printJobs' | 'lookUp' | 'drafts' | 'syncEvents' | 'onChange' | 'onDamaged' | 'reportDamaged' | 'close'
>;

/** What the methods of the store share. */
class StoreParts {
  readonly #database: CounterDatabase;
  readonly #watch: NumberWatch | undefined;
  readonly #own: OwnLog;
  readonly #drafts: DraftTable;
  readonly #damageListeners = new Set<() => void>();
  #skipped: NumbersDoubt | undefined;

  constructor(database: CounterDatabase, options: StoreOptions) {
    const { watch } = options;
    this.#database = database;
    this.#watch = watch;
    this.#drafts = openDraftTable(database.db);
    this.#own = new OwnLog(
      database,
      openSettings(database.db),
      watch && { machine: watch.machine, filesOf: (who) => witnessFilesOf(who, options.folder, watch) },
    );
    if (!this.#own.identity()) return;
    const inOneCommit = (act: () => void): void => this.#inOneCommit(act);
    this.#own.comeHome(inOneCommit);
    const doubt = this.#own.doubt();
    // What comes from another computer stays in doubt, also when it was put back on purpose.
    const why = options.isRestored && doubt !== 'other-machine' ? 'restored' : doubt;
    if (why) this.#skipNumbers(why);
    else this.#own.recognise(inOneCommit);
  }

  store(release: () => void): OpenCounterStore {
    const database = this.#database;
    return {
      database,
      quarantine: openUpstreamQuarantine(database.db),
      ...this.#watched(this.#methods()),
      printJobs: this.#watched(this.#printJobs()),
      lookUp: this.#watched(openDossierLook(database.db)),
      syncEvents: this.#watched(openSyncEvents(database)),
      drafts: this.#watched(this.#draftMethods()),
      onChange: database.transactions.onChange,
      onDamaged: (listener) => void this.#damageListeners.add(listener),
      reportDamaged: () => this.#tellOfDamage(),
      close: () => {
        try {
          this.#own.close();
          database.close();
        } finally {
          release();
        }
        return Promise.resolve();
      },
    };
  }

  #methods(): Methods {
    const { transactions, events, dossiers, subjects, payments, sequences, db } = this.#database;
    const settings = openSettings(db);
    const quarantine = openUpstreamQuarantine(db);
    const commands = openCommands(this.#database);
    return {
      identity: () => this.#own.identity(),
      establish: (who, opening) => this.#establish(who, opening),
      commit: commitsOf(this.#database, this.#own, { commands, drafts: this.#drafts }),
      wasCarriedOut: (commandId) => commands.find(commandId) !== undefined,
      findDossier: (id) => dossiers.find(id),
      listDossiers: (query) => dossiers.list(query),
      countDossiers: (asked) => dossiers.count(asked),
      searchDossiers: (query, limit) => dossiers.search(query, limit),
      matchDossiers: (query, most) => dossiers.match(query, most),
      findByOldScan: (text) => dossiers.findByOldScan(text),
      eachDossier: (which) => dossiers.each(which),
      contradictedDossiers: () => dossiers.contradicted(),
      dossierSummaries: (ids) => dossiers.summaries(ids),
      receivedOn: (day) => dossiers.receivedOn(day),
      lastReceived: (limit) => dossiers.lastReceived(limit),
      registerPlaces: (query) => dossiers.registerPlaces(query),
      dossierIds: () => dossiers.ids(),
      factsOf: (id) => factsIn(events.ofDossier(id)),
      isReceiptUsed: payments.isReceiptUsed,
      dossiersPaidOn: payments.dossiersPaidOn,
      findSubject: subjects.find,
      listSubjects: subjects.list,
      setting: (key) => settings.find(`core.${key}`),
      saveSetting: (key, value) =>
        this.#inOneCommit(() => {
          settings.put(`core.${key}`, value);
          transactions.touched('settings');
        }),
      used: (counter) => sequences.value(sequenceName(counter)),
      numbers: () => ({
        state: this.#own.isOfOtherMachine() ? 'other-machine' : 'sound',
        isWitnessLost: this.#own.isWitnessLost(),
        ...(this.#skipped ? { skipped: this.#skipped } : {}),
      }),
      takeStation: (station, opening) => this.#takeStation(station, opening),
      vector: () => events.vector(),
      lastEventAt: (since = EVERYTHING) => this.#own.lastEventAt(since),
      ownPlaces: () => this.#own.places(),
      stationOf: (log) => events.openerOf(log)?.station,
      quarantinedCount: () => quarantine.count(),
      forgetQuarantine: () => this.#inOneCommit(() => quarantine.forget()),
    };
  }

  /** Whatever fails of the disk is named, and a file that turns out to be damaged is told of. */
  #watched<T extends object>(methods: T): T {
    const watched = Object.entries(methods).map(([name, method]) => [
      name,
      (...args: unknown[]) => this.#naming(() => method(...args)),
    ]);
    // Each method in place of the one it calls.
    return Object.fromEntries(watched) as T;
  }

  #naming<T>(act: () => T): T {
    try {
      return namingTrouble(act);
    } catch (error) {
      if (isDamage(error)) this.#tellOfDamage();
      throw error;
    }
  }

  #tellOfDamage(): void {
    for (const listener of this.#damageListeners) setImmediate(listener);
    this.#damageListeners.clear();
  }

  #inOneCommit(act: () => void): void {
    this.#database.transactions.run(() => ok(act()));
  }

  #establish(who: CounterIdentity, opening: Opening): void {
    let wasHereBefore = false;
    this.#inOneCommit(() => {
      wasHereBefore = this.#own.establish(who, opening);
    });
    if (wasHereBefore) this.#skipped = 'older-copy';
  }

  #takeStation(
    station: Station,
    opening: Opening & { readonly log: string },
  ): Result<null, { readonly code: 'station-used' | 'not-needed' }> {
    const who = this.#own.identity();
    if (!who || !this.#own.isOfOtherMachine()) return refuse({ code: 'not-needed' });
    const { log } = opening;
    return this.#database.transactions.run(() => {
      if (stationsUsed(this.#database.db).has(station)) return refuse({ code: 'station-used' as const });
      this.#own.takeStation({ ...who, station, log }, opening);
      return ok(null);
    });
  }

  #skipNumbers(why: NumbersDoubt): void {
    const watch = this.#watch;
    if (!watch) return;
    this.#inOneCommit(() => this.#own.startIncarnation(why, watch));
    this.#skipped = why;
  }

  #printJobs(): PrintJobs {
    const { printJobs, transactions } = this.#database;
    return {
      ...printJobs,
      change: (id, change) =>
        this.#inOneCommit(() => {
          printJobs.putChange(id, change);
          transactions.touched('print');
        }),
      keepArtifact: (id, artifact) => this.#inOneCommit(() => printJobs.putArtifact(id, artifact)),
    };
  }

  #draftMethods(): Drafts {
    return {
      find: (name) => this.#drafts.find(name),
      keep: (name, draft) => this.#inOneCommit(() => this.#drafts.put(name, draft)),
      discard: (name) => this.#inOneCommit(() => this.#drafts.discard(name)),
    };
  }
}

function witnessFilesOf(who: CounterIdentity, folder: string, { witnessFolder }: NumberWatch): WitnessPaths {
  const elsewhere = `${who.unit.code}-${String(who.station).padStart(2, '0')}.witness`;
  return { near: path.join(folder, WITNESS_NAME), far: path.join(witnessFolder, elsewhere) };
}
