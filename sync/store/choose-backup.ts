import { z } from 'zod';
import { findSecondPlace, firstPlaceOf, isOf, type Owner, readPlace, type StoredBackup } from './backup-place.ts';
import { IDENTITY } from './counter-database.ts';
import { examineCopy, sha256OfFile } from './examine-copy.ts';
import type { Salvage } from './salvage.ts';
import { rememberedSecondPlace } from './second-place-note.ts';

/** Which backup a rebuild is to start from, as far as anybody said. */
export type BackupWish = {
  /** Of the counter. */
  readonly folder: string;
  readonly owner?: Owner | undefined;
  /** File of the one the clerk chose. */
  readonly backup?: string | undefined;
  readonly secondPlace?: string | undefined;
};

/**
 * The chosen one, or the newest that is good when nobody chose. Undefined when none is; `unusable` when the chosen one is
 * damaged, gone, or of another key: whoever chose it does not mean another.
 */
export function chooseBackup(
  wish: BackupWish & { readonly key?: Uint8Array | undefined },
  backups: readonly StoredBackup[],
): StoredBackup | 'unusable' | undefined {
  const isGood = ({ file, manifest }: StoredBackup): boolean => {
    const key = manifest.isEncrypted ? wish.key : undefined;
    return examineCopy(file, { key }).outcome === 'good' && sha256OfFile(file) === manifest.sha256;
  };
  if (wish.backup === undefined) return backups.find(isGood);
  const chosen = backups.find(({ file }) => file === wish.backup);
  return chosen && isGood(chosen) ? chosen : 'unusable';
}

/** The counter's own in both places, newest first. A stick may have those of others too, whose numbers are theirs. */
export async function backupsFor(wish: BackupWish, present: Salvage): Promise<readonly StoredBackup[]> {
  const chosen = wish.secondPlace ?? rememberedSecondPlace(wish.folder);
  const second = chosen === undefined ? undefined : await findSecondPlace(chosen);
  const first = await readPlace(firstPlaceOf(wish.folder));
  const all = second === undefined ? first : [...first, ...(await readPlace(second))];
  const owner = ownerOf(wish, { all, first, present });
  return all
    .filter(({ manifest }) => !owner || isOf(owner, manifest))
    .toSorted((a, b) => b.manifest.ordinal - a.manifest.ordinal);
}

/** Undefined when nothing tells whose file it was; then there must be but one whose it can have been. */
function ownerOf(
  wish: BackupWish,
  { all, first, present }: { all: readonly StoredBackup[]; first: readonly StoredBackup[]; present: Salvage },
): Owner | undefined {
  const chosen = all.find(({ file }) => file === wish.backup)?.manifest;
  const owner = wish.owner ?? chosen ?? ownerIn(present) ?? first[0]?.manifest;
  const [other] = all;
  if (owner || !other) return owner;
  return all.every(({ manifest }) => isOf(other.manifest, manifest)) ? other.manifest : NOBODY;
}

const NOBODY: Owner = { unitCode: '', station: 0 };

function ownerIn(present: Salvage): Owner | undefined {
  let owner: Owner | undefined;
  present.rows('setting', ['key', 'value'], ({ key, value }) => {
    const identity = key === IDENTITY ? identityShape.safeParse(parsed(value)) : undefined;
    if (identity?.success) owner = { unitCode: identity.data.unit.code, station: identity.data.station };
  });
  return owner;
}

const identityShape = z.object({ unit: z.object({ code: z.string() }), station: z.int() });

function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
