import { statfs } from 'node:fs/promises';
import { MaintenanceError, mayKeepBackups, startTask } from '../../sync/maintenance.ts';
import type { SelfTestFinding, SelfTestStep } from '../contract/self-test-commands.ts';
import type { BackupSummary, ProtectionView } from '../contract/views.ts';
import type { EstablishedCounter } from './counter-session.ts';
import type { Machine } from './machine.ts';

/** What the steps look at. */
export type SelfTestBench = {
  readonly counter: EstablishedCounter;
  readonly protection: ProtectionView;
  readonly machine: Pick<Machine, 'appVersion' | 'monotonicMs'>;
};

type Found = Omit<SelfTestFinding, 'step'>;

/** A counter's day needs a few MB; a backup needs the file once more. */
const LEAST_FREE_BYTES = 1024 ** 3;
/** A slow disk of an old PC needs a tenth of it. */
const LONGEST_COMMIT_MS = 1_000;
const SERVER_WITHIN_MS = 8_000;
const SETTING = 'self-test';

/** Each is safe to run at any time beside the clerk's work. */
export const SELF_TEST: Readonly<Record<SelfTestStep, (bench: SelfTestBench) => Found | Promise<Found>>> = {
  data: async ({ counter: { folder, key } }) => {
    try {
      const { isSound } = await startTask({ name: 'quick-check', input: { folder, key } }).done;
      return { code: isSound ? 'data-sound' : 'data-damaged' };
    } catch (error) {
      if (error instanceof MaintenanceError && error.code === 'damaged') return { code: 'data-damaged' };
      throw error;
    }
  },
  space: async ({ counter: { folder } }) => {
    const { bavail, bsize } = await statfs(folder);
    const bytes = bavail * bsize;
    return { code: bytes >= LEAST_FREE_BYTES ? 'space-enough' : 'space-low', bytes };
  },
  backup: async ({ counter: { kind, folder, backups } }) => {
    if (kind === 'trial') return { code: 'backup-of-trial' };
    if (!(await mayKeepBackups(folder))) return { code: 'backup-place-closed' };
    const { state, verifiedAt } = backups.summary();
    return { code: OF_BACKUP[state], ...(verifiedAt === undefined ? {} : { at: verifiedAt }) };
  },
  clock: ({ counter: { clock } }) => ({ code: OF_CLOCK[clock.read().clockQuality] }),
  printer: async ({ counter: { slipPrinter } }) => {
    if (slipPrinter.setting().choice.kind === 'none') return { code: 'printer-none' };
    const said = await slipPrinter.ask();
    if (said.kind === 'trouble') return { code: 'printer-trouble', printTrouble: said.trouble };
    if (said.kind === 'silent') return { code: 'printer-silent' };
    return { code: said.paperLow ? 'printer-paper-low' : 'printer-ready' };
  },
  key: ({ counter, protection }) => {
    if (counter.kind === 'trial') return { code: 'key-of-trial' };
    return { code: OF_KEY[protection.kind] };
  },
  server: async ({ counter: { upstream } }) => {
    const { status, serverUrl, reason } = upstream.view();
    if (status === 'no-server' || serverUrl === undefined) return { code: 'server-none' };
    const why = reason === undefined ? {} : { syncTrouble: reason };
    if (status === 'refused') return { code: 'server-refuses', ...why };
    return (await answers(serverUrl)) ? { code: 'server-answers' } : { code: 'server-silent', ...why };
  },
  versions: ({ machine }) => {
    const { electron, node } = process.versions;
    const runtime = electron === undefined ? [] : [`Electron ${electron}`];
    return {
      code: 'versions-read',
      versions: [machine.appVersion, ...runtime, `Node ${node}`, `${process.platform} ${process.arch}`].join(' · '),
    };
  },
  commit: ({ counter: { store, clock }, machine }) => {
    const began = machine.monotonicMs();
    store.saveSetting(SETTING, { at: clock.read().at });
    const ms = Math.ceil(machine.monotonicMs() - began);
    return { code: ms <= LONGEST_COMMIT_MS ? 'commit-quick' : 'commit-slow', ms };
  },
};

const OF_BACKUP = {
  good: 'backup-good',
  'no-second-place': 'backup-one-place',
  'none-yet': 'backup-none-yet',
  late: 'backup-late',
  failed: 'backup-failed',
  'second-place-missing': 'backup-second-missing',
  'second-place-failed': 'backup-second-missing',
} as const satisfies Record<BackupSummary['state'], Found['code']>;

const OF_CLOCK = { synced: 'clock-agrees', free: 'clock-alone', suspect: 'clock-suspect' } as const;

const OF_KEY = {
  'key-store': 'key-kept',
  passphrase: 'key-by-passphrase',
  none: 'key-none',
} as const satisfies Record<ProtectionView['kind'], Found['code']>;

/** Whatever it says: somebody is there. */
async function answers(serverUrl: string): Promise<boolean> {
  try {
    await fetch(serverUrl, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(SERVER_WITHIN_MS) });
    return true;
  } catch (error) {
    // No way there, no name, no certificate, no answer in time: all of it is an Error of the runtime's own.
    if (error instanceof Error) return false;
    throw error;
  }
}
