import type { LocalMoment } from '../../domain/plain-date.ts';
import type { Result } from '../../domain/result.ts';
import type { PrintTrouble } from './print-views.ts';
import type { SaveTableRefusal } from './report-commands.ts';
import type { SyncTrouble } from './views.ts';

type Nothing = Record<string, never>;

/** What the counter tests of itself (tự kiểm tra), in this order. The scanner comes after: a person has to scan. */
export const SELF_TEST_STEPS = [
  'data',
  'space',
  'backup',
  'clock',
  'printer',
  'key',
  'server',
  'versions',
  'commit',
] as const;

export type SelfTestStep = (typeof SELF_TEST_STEPS)[number];

export type SelfTestVerdict = 'passed' | 'failed' | 'not-checkable';

/** Everything a step can find, and what it comes to. */
export const SELF_TEST_VERDICTS = {
  'data-sound': 'passed',
  'data-damaged': 'failed',
  'space-enough': 'passed',
  'space-low': 'failed',
  'backup-good': 'passed',
  /** Good, but only on this computer. */
  'backup-one-place': 'passed',
  'backup-none-yet': 'failed',
  'backup-late': 'failed',
  'backup-failed': 'failed',
  'backup-place-closed': 'failed',
  'backup-second-missing': 'failed',
  'backup-of-trial': 'not-checkable',
  'clock-agrees': 'passed',
  /** Nothing speaks against it; there is no server to compare it with. */
  'clock-alone': 'passed',
  'clock-suspect': 'failed',
  'printer-ready': 'passed',
  'printer-paper-low': 'passed',
  'printer-silent': 'not-checkable',
  'printer-none': 'not-checkable',
  'printer-trouble': 'failed',
  'key-kept': 'passed',
  'key-by-passphrase': 'passed',
  'key-none': 'failed',
  'key-of-trial': 'not-checkable',
  'server-answers': 'passed',
  'server-refuses': 'failed',
  'server-silent': 'failed',
  'server-none': 'not-checkable',
  'versions-read': 'passed',
  'commit-quick': 'passed',
  'commit-slow': 'failed',
  /** The step itself could not be done. */
  'step-broke': 'failed',
} as const satisfies Record<string, SelfTestVerdict>;

export type SelfTestCode = keyof typeof SELF_TEST_VERDICTS;

/** Nothing of it is of any citizen: it may be sent to whoever helps. */
export type SelfTestFinding = {
  readonly step: SelfTestStep;
  readonly code: SelfTestCode;
  readonly bytes?: number;
  readonly ms?: number;
  /** Of the newest backup. */
  readonly at?: LocalMoment;
  readonly printTrouble?: PrintTrouble;
  readonly syncTrouble?: SyncTrouble;
  readonly versions?: string;
};

export type SelfTestView = {
  /** Under way, and which step is. */
  readonly running?: SelfTestStep;
  readonly findings: readonly SelfTestFinding[];
  /** When the one that is shown began. Absent: none since this start. */
  readonly begunAt?: LocalMoment;
};

export type SelfTestCommands = {
  /** Begins it anew, unless one is under way; `selfTest.state` says how far it is. */
  'selfTest.run': { input: Nothing; output: null };
  'selfTest.state': { input: Nothing; output: SelfTestView };
  /** Asks the clerk, in a dialog of the system, where to, and writes the report as it stands on the screen there. */
  'selfTest.save': {
    input: { readonly text: string };
    output: Result<null, { readonly code: Exclude<SaveTableRefusal['code'], 'nothing-counted'> }>;
  };
};
