import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { BackupSummary } from '../../electron/contract/views.ts';
import { clockText, dateText } from '../text/format.ts';
import type { Tone } from '../parts/Notice.tsx';
import type { ShapeName } from '../parts/Shape.tsx';
import { BACKUP_LINES } from '../text/backup.ts';

type State = BackupSummary['state'];

/** How a state of the backups looks: in the status bar and on its screen alike. */
export const BACKUP_LOOKS = {
  good: { tone: 'plain', shape: 'check' },
  'none-yet': { tone: 'plain', shape: 'arrow' },
  failed: { tone: 'bad', shape: 'octagon' },
  late: { tone: 'soon', shape: 'triangle' },
  'no-second-place': { tone: 'soon', shape: 'triangle' },
  'second-place-missing': { tone: 'soon', shape: 'triangle' },
  'second-place-failed': { tone: 'soon', shape: 'triangle' },
} satisfies Record<State, { tone: Tone; shape: ShapeName }>;

/** "Sao lưu 10:05": the time of the last good one, with its day when that was not today. */
export function backupLine({ state, verifiedAt }: BackupSummary, now: LocalMoment): string {
  return BACKUP_LINES[state](verifiedAt === undefined ? '' : shortMoment(verifiedAt, now));
}

function shortMoment(moment: LocalMoment, now: LocalMoment): string {
  const isToday = dateOf(moment) === dateOf(now);
  return isToday ? clockText(moment) : `${clockText(moment)} ${dateText(dateOf(moment)).slice(0, 5)}`;
}

/** "12,5 MB": of a file, as the office writes numbers. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes < 0.1) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${megabytes < 100 ? megabytes.toFixed(1).replace('.', ',') : String(Math.round(megabytes))} MB`;
}
