import './before-intake.css';
import { groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { Standing } from '../intake/intake-draft.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { STANDING } from '../text/before-intake.ts';
import { useAnswer } from '../use-answer.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];

type StandingStripProps = { readonly standing: Standing; readonly onLeave: () => void };

/** Under which code this reception will stand, and what the citizen was asked to bring. */
export function StandingStrip({ standing: { dossierId, channel }, onLeave }: StandingStripProps) {
  const { latest } = useAnswer('dossier.get', { id: dossierId }, TOPICS);
  const missing = latest?.guidance?.missing ?? [];
  const names = missing.map(({ name, note }) => name || note).join('; ');
  return (
    <section className="card standing" data-testid="standing" data-id={dossierId}>
      <div className="standing-words">
        <p>
          {STANDING.title[channel]} ·{' '}
          <strong className="standing-code" data-testid="standing-code">
            {groupedScanCode(scanCodeOf(dossierId))}
          </strong>
        </p>
        {names !== '' && (
          <p className="standing-asked" title={names}>
            {STANDING.asked(names)}
          </p>
        )}
      </div>
      <ActionButton variant="default" size="xs" keyName="back" testId="standing-leave" onClick={onLeave}>
        {STANDING.leave}
      </ActionButton>
    </section>
  );
}
