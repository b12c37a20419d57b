import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { syncFolder, writeDurably } from '../../sync/durable-file.ts';
import { type EnvelopeTrouble, type KeyEnvelope, parseEnvelope, textOfEnvelope } from './key-envelope.ts';

/** Where a counter's key file lies, twice. */
export type KeyPlace = {
  /** The counter's own folder, beside its database. */
  readonly folder: string;
  /** Another one, best on another disk; of this counter alone. */
  readonly guardFolder: string;
};

/**
 * Neither copy of the key file can be used. `missing`: there is none. `unreadable`: the disk or the rights do not let it
 * be read. `from-the-future`: a newer program wrote it, and only a newer one may go on.
 */
export type KeyFileRefusal = {
  readonly code: 'key-file-unusable';
  readonly why: 'missing' | 'unreadable' | EnvelopeTrouble;
};

type Copy = Result<{ readonly envelope: KeyEnvelope; readonly text: string }, KeyFileRefusal['why']>;

const FILE_NAME = 'counter.key';

/** What weighs more says more about what to do. */
const WEIGHT = { missing: 0, damaged: 1, unreadable: 2, 'from-the-future': 3 } as const satisfies Record<
  KeyFileRefusal['why'],
  number
>;

/** What the key file says; the copy in the guard folder counts only when the first is missing or damaged. */
export function readEnvelope(place: KeyPlace): Result<KeyEnvelope, KeyFileRefusal> {
  const first = readCopy(place.folder);
  if (first.ok) return ok(first.value.envelope);
  // Behind a newer program's back, what it took away would open the data again.
  const second = first.refusal === 'from-the-future' ? first : readCopy(place.guardFolder);
  if (second.ok) return ok(second.value.envelope);
  const why = WEIGHT[second.refusal] > WEIGHT[first.refusal] ? second.refusal : first.refusal;
  return refuse({ code: 'key-file-unusable', why });
}

/** Both copies are on the disk when it returns. Throws when the disk says no; the first copy then says what it said. */
export function writeEnvelope({ folder, guardFolder }: KeyPlace, envelope: KeyEnvelope): void {
  const text = textOfEnvelope(envelope);
  const guard = readCopy(guardFolder);
  if (guard.ok && guard.value.envelope.keyId !== envelope.keyId) setAside(guardFolder);
  // The first copy last: it decides, so only what went well everywhere comes into force.
  writeDurably(fileIn(guardFolder), text);
  writeDurably(fileIn(folder), text);
}

/**
 * Makes both copies say the same again. Call it when the database was opened with the key, which proves the copy that
 * was used. Answers whether there was anything to mend; throws when the disk says no.
 */
export function mendKeyCopies(place: KeyPlace): boolean {
  const first = readCopy(place.folder);
  const guard = readCopy(place.guardFolder);
  const good = first.ok ? first : guard;
  if (!good.ok || isFromTheFuture(first) || isFromTheFuture(guard)) return false;
  if (first.ok && guard.ok && first.value.text === guard.value.text) return false;
  writeEnvelope(place, good.value.envelope);
  return true;
}

/** Puts a key file that travelled with a backup in the place of copies that are lost. Nothing happens when it is none. */
export function adoptKeyFile(place: KeyPlace, text: string): void {
  const envelope = parseEnvelope(text);
  if (!envelope.ok) return;
  setKeyAside(place);
  writeEnvelope(place, envelope.value);
}

/** Whether any copy is there, readable or not. */
export function hasKeyFile({ folder, guardFolder }: KeyPlace): boolean {
  return existsSync(fileIn(folder)) || existsSync(fileIn(guardFolder));
}

/**
 * Takes both copies out of the way, for a counter that starts anew without its old data. They are renamed, never deleted:
 * a database that turns up again may need them.
 */
export function setKeyAside({ folder, guardFolder }: KeyPlace): void {
  setAside(guardFolder);
  setAside(folder);
}

function setAside(folder: string): void {
  const file = fileIn(folder);
  if (!existsSync(file)) return;
  renameSync(file, `${file}.${randomBytes(4).toString('hex')}.old`);
  syncFolder(folder);
}

function readCopy(folder: string): Copy {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch (error) {
    if (error instanceof Error) return refuse(isMissing(error) ? 'missing' : 'unreadable');
    throw error;
  }
  const envelope = parseEnvelope(text);
  return envelope.ok ? ok({ envelope: envelope.value, text }) : envelope;
}

function isFromTheFuture(copy: Copy): boolean {
  return !copy.ok && copy.refusal === 'from-the-future';
}

function isMissing(error: Error): boolean {
  return 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function fileIn(folder: string): string {
  return path.join(folder, FILE_NAME);
}
