import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { createServer } from '../../sync/server/app.ts';
import { listen } from '../../sync/server/listen.ts';
import { hashCode, newEnrolmentCode } from '../../sync/server/secrets.ts';
import { openSqliteStore } from '../../sync/server/sqlite-store.ts';
import type { Store } from '../../sync/server/store.ts';

/** A real upstream server on a loopback port: real HTTP, a real file. */
export type TestUpstream = {
  readonly url: string;
  readonly store: Store;
  readonly newCode: (unitCode?: string) => Promise<string>;
  /** The cable is out: the port is closed, the data stays. */
  readonly stop: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly headOf: (log: string) => number;
  /** As after restoring an older backup. */
  readonly loseEventsAfter: (log: string, seq: number) => void;
  /** Stops, and removes the data unless its folder was given. */
  readonly end: () => Promise<void>;
};

export async function startUpstream(options: {
  readonly unitCode: string;
  readonly now?: () => number;
  /** Keeps the data there, so that a second server can take it over. */
  readonly folder?: string;
}): Promise<TestUpstream> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'upstream-test-'));
  const file = path.join(folder, 'server.db');
  const store = openSqliteStore(file, { create: true });
  const now = options.now ?? Date.now;
  let app = createServer({ store, now });
  const port = await listen(app, { host: '127.0.0.1', port: 0 });
  let running = true;

  async function stop(): Promise<void> {
    if (!running) return;
    running = false;
    app.server.closeAllConnections();
    await app.close();
  }

  return {
    url: `http://127.0.0.1:${port}`,
    store,
    newCode: async (unitCode = options.unitCode) => {
      const code = newEnrolmentCode();
      await store.addCode({ codeHash: hashCode(code), unitCode, expiresAt: now() + 3_600_000 });
      return code;
    },
    stop,
    restart: async () => {
      app = createServer({ store, now });
      await listen(app, { host: '127.0.0.1', port });
      running = true;
    },
    headOf: (log) => {
      const db = new Database(file, { readonly: true });
      const seq = db.prepare<[string], number>('SELECT seq FROM log_head WHERE log = ?').pluck().get(log);
      db.close();
      return seq ?? 0;
    },
    loseEventsAfter: (log, seq) => {
      const db = new Database(file);
      db.prepare('DELETE FROM event WHERE log = ? AND seq > ?').run(log, seq);
      db.prepare(
        'UPDATE log_head SET seq = ?, hash = (SELECT hash FROM event WHERE log = ? AND seq = ?) WHERE log = ?',
      ).run(seq, log, seq, log);
      db.close();
    },
    end: async () => {
      await stop();
      await store.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
