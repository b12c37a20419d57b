import type { MaintenanceProgress } from '../../electron/contract/views.ts';
import { PROGRESS, TASKS } from '../text/recovery.ts';
import { percentOf } from './percent.ts';

/** What runs and how far it is, as a bar and as a number. */
export function ProgressBar({ progress }: { readonly progress: MaintenanceProgress }) {
  const percent = percentOf(progress);
  return (
    <div className="progress" data-testid="progress" data-task={progress.task}>
      <p className="progress-line">
        <span>{TASKS[progress.task]}</span>
        <strong>{percent === undefined ? PROGRESS.preparing : PROGRESS.percent(percent)}</strong>
      </p>
      <progress aria-label={TASKS[progress.task]} max={100} {...(percent === undefined ? {} : { value: percent })} />
    </div>
  );
}
