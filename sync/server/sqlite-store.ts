import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { LogHead, VersionVector } from '../../domain/version-vector.ts';
import { GENESIS_HASH } from '../wire/chain.ts';
import { openServerFile } from './sqlite-file.ts';
import { type CodeRefusal, type Device, type Enrolment, type SetAside, type Store, TRIES_PER_CODE } from './store.ts';

/** Embedded store: one file, every commit synced to the disk. `create` false: the file must be there already. */
export function openSqliteStore(path: string, options: { readonly create: boolean }): Store {
  const db = openServerFile(path, options.create);
  return {
    ...deviceMethods(db),
    ...eventMethods(db),
    ...quarantineMethods(db),
    close: () => Promise.resolve(void db.close()),
  };
}

type DeviceRow = { readonly unit_code: string; readonly station: number; readonly log: string };

function deviceMethods(db: Database.Database): Pick<Store, 'addCode' | 'enrol' | 'findDevice' | 'findLog'> {
  const addCode = db.prepare('INSERT INTO enrolment_code (hash, unit_code, expires_at) VALUES (?, ?, ?)');
  const findCode = db.prepare<
    [string],
    { unit_code: string; expires_at: number; used_at: number | null; tries: number }
  >('SELECT unit_code, expires_at, used_at, tries FROM enrolment_code WHERE hash = ?');
  const useCode = db.prepare('UPDATE enrolment_code SET used_at = ? WHERE hash = ?');
  const countTry = db.prepare(`UPDATE enrolment_code SET tries = tries + 1
    WHERE used_at IS NULL AND expires_at > @at AND (unit_code = @unitCode OR hash = @codeHash)`);
  const atStation = db.prepare<[string, number], DeviceRow>('SELECT * FROM device WHERE unit_code = ? AND station = ?');
  const byLog = db.prepare<[string], DeviceRow>('SELECT * FROM device WHERE log = ?');
  const byToken = db.prepare<[string], DeviceRow>('SELECT * FROM device WHERE token_hash = ?');
  const put = db.prepare(`INSERT INTO device (log, unit_code, station, token_hash, machine, enrolled_at)
    VALUES (@log, @unitCode, @station, @tokenHash, @machine, @at)
    ON CONFLICT (log) DO UPDATE SET token_hash = @tokenHash, machine = @machine, enrolled_at = @at`);

  function refusalOf(enrolment: Enrolment): CodeRefusal | undefined {
    const code = findCode.get(enrolment.codeHash);
    if (!code || code.used_at !== null || code.expires_at <= enrolment.at) return 'code-refused';
    if (code.tries >= TRIES_PER_CODE) return 'code-refused';
    if (code.unit_code !== enrolment.unitCode) return 'other-unit';
    const holder = atStation.get(enrolment.unitCode, enrolment.station);
    if (holder && holder.log !== enrolment.log) return 'station-taken';
    const known = byLog.get(enrolment.log);
    const isMoved = known && (known.unit_code !== enrolment.unitCode || known.station !== enrolment.station);
    return isMoved ? 'station-taken' : undefined;
  }

  const enrol = db.transaction((enrolment: Enrolment) => {
    const refusal = refusalOf(enrolment);
    if (refusal === 'code-refused' || refusal === 'other-unit') countTry.run(enrolment);
    if (refusal) return refusal;
    useCode.run(enrolment.at, enrolment.codeHash);
    put.run(enrolment);
    return undefined;
  });

  return {
    addCode: ({ codeHash, unitCode, expiresAt }) => Promise.resolve(void addCode.run(codeHash, unitCode, expiresAt)),
    enrol: (enrolment) => Promise.resolve(enrol.immediate(enrolment)),
    findDevice: (tokenHash) => Promise.resolve(deviceOf(byToken.get(tokenHash))),
    findLog: (log) => Promise.resolve(deviceOf(byLog.get(log))),
  };
}

function deviceOf(row: DeviceRow | undefined): Device | undefined {
  return row && { unitCode: row.unit_code, station: row.station, log: row.log };
}

function eventMethods(db: Database.Database): Pick<Store, 'headOf' | 'hashAt' | 'append' | 'vectorOf' | 'eventsAfter'> {
  const head = db.prepare<[string], LogHead>('SELECT seq, hash FROM log_head WHERE log = ?');
  const hashAt = db.prepare<[string, number], string>('SELECT hash FROM event WHERE log = ? AND seq = ?').pluck();
  const insert = db.prepare('INSERT INTO event (log, seq, hash, content) VALUES (?, ?, ?, ?)');
  const moveHead = db.prepare(`INSERT INTO log_head (log, unit_code, seq, hash) VALUES (@log, @unitCode, @seq, @hash)
    ON CONFLICT (log) DO UPDATE SET seq = @seq, hash = @hash`);
  const heads = db.prepare<[string], LogHead & { log: string }>(
    'SELECT log, seq, hash FROM log_head WHERE unit_code = ? ORDER BY log',
  );
  const after = db
    .prepare<[string, number], string>('SELECT content FROM event WHERE log = ? AND seq > ? ORDER BY seq')
    .pluck();

  const append = db.transaction((unitCode: string, events: readonly StoredEvent[]) => {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last) return true;
    const place = head.get(first.log) ?? { seq: 0, hash: GENESIS_HASH };
    if (first.seq !== place.seq + 1 || first.prev !== place.hash) return false;
    for (const event of events) insert.run(event.log, event.seq, event.hash, canonicalJson(event));
    moveHead.run({ log: last.log, unitCode, seq: last.seq, hash: last.hash });
    return true;
  });

  function eventsAfter(unitCode: string, vector: VersionVector, maxBytes: number) {
    const events: StoredEvent[] = [];
    let bytes = 0;
    for (const { log, seq } of heads.all(unitCode)) {
      const held = vector[log]?.seq ?? 0;
      if (held >= seq) continue;
      for (const content of after.iterate(log, held)) {
        if (bytes >= maxBytes) return { events, more: true };
        events.push(JSON.parse(content) as StoredEvent);
        bytes += Buffer.byteLength(content);
      }
    }
    return { events, more: false };
  }

  return {
    headOf: (log) => Promise.resolve(head.get(log)),
    hashAt: (log, seq) => Promise.resolve(hashAt.get(log, seq)),
    append: (unitCode, events) => Promise.resolve(append.immediate(unitCode, events)),
    vectorOf: (unitCode) =>
      Promise.resolve(Object.fromEntries(heads.all(unitCode).map(({ log, seq, hash }) => [log, { seq, hash }]))),
    eventsAfter: (unitCode, vector, maxBytes) => Promise.resolve(eventsAfter(unitCode, vector, maxBytes)),
  };
}

function quarantineMethods(db: Database.Database): Pick<Store, 'setAside' | 'setAsideOf'> {
  const setAside = db.prepare(`INSERT INTO quarantine
    (log, from_seq, to_seq, reason, content, content_hash, sender, at)
    VALUES (@log, @from, @to, @reason, @content, @contentHash, @sender, @at)
    ON CONFLICT (log, reason, content_hash) DO NOTHING`);
  const setAsideOf = db.prepare<[string], SetAside>(`
    SELECT quarantine.log, from_seq AS "from", to_seq AS "to", reason, content, sender, at
    FROM quarantine JOIN device ON device.log = quarantine.sender
    WHERE device.unit_code = ? ORDER BY at, quarantine.log, from_seq, reason, content_hash`);
  return {
    setAside: (run) => Promise.resolve(void setAside.run({ ...run, contentHash: sha256(run.content) })),
    setAsideOf: (unitCode) => Promise.resolve(setAsideOf.all(unitCode)),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
