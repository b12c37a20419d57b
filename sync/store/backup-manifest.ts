import { z } from 'zod';
import type { VersionVector } from '../../domain/version-vector.ts';

/**
 * What stands beside each backup (bản sao lưu) and makes it one: written after the copy was verified. A copy without a
 * manifest is not a backup.
 */
export type BackupManifest = {
  readonly format: 1;
  /** Name of both files without their endings. */
  readonly name: string;
  /** 1, 2, 3 … in the order in which they were made, whatever the clock said. */
  readonly ordinal: number;
  /** Epoch ms by the clock of the day: a claim. */
  readonly at: number;
  readonly schemaVersion: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly station: number;
  readonly log: string;
  readonly vector: VersionVector;
  readonly events: number;
  readonly dossiers: number;
  /** Events that were set aside in the original already. */
  readonly setAside: number;
  readonly bytes: number;
  /** Of the copy's file, hex. */
  readonly sha256: string;
  readonly isEncrypted: boolean;
  /** The counter's `counter.key` as it stood, so that a passphrase or a recovery code opens the copy anywhere. */
  readonly keyFile?: string;
  /** Equal for two backups between which nothing was done at the counter. */
  readonly contents: string;
};

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const manifestShape = z.object({
  format: z.literal(1),
  name: z.string().regex(/^[0-9a-z.-]{1,120}$/),
  ordinal: z.int().min(1),
  at: z.number(),
  schemaVersion: count,
  unitCode: z.string(),
  unitName: z.string(),
  station: count,
  log: z.string(),
  vector: z.record(z.string(), z.object({ seq: z.int().min(1), hash })),
  events: count,
  dossiers: count,
  setAside: count,
  bytes: count,
  sha256: hash,
  isEncrypted: z.boolean(),
  keyFile: z.string().exactOptional(),
  contents: z.string(),
});

/** Undefined for anything else, also for a manifest of a newer program. */
export function parseManifest(text: string): BackupManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const parsed = manifestShape.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

const keyFileShape = z.object({ keyId: z.string() });

/** Which key a key file keeps; undefined when it does not say. */
export function keyIdIn(keyFile: string | undefined): string | undefined {
  try {
    const file = keyFileShape.safeParse(JSON.parse(keyFile ?? ''));
    return file.success ? file.data.keyId : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
