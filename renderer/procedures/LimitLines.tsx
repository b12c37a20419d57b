import type { Procedure } from '../../domain/procedure.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { appointmentReason, limitText } from '../text/appointment.ts';
import { countingText, LIMITS } from '../text/procedures.ts';
import { useAnswer } from '../use-answer.ts';

type LimitLinesProps = { readonly procedure: Procedure; readonly isInForce: boolean };

const TOPICS: readonly PushTopic[] = ['app', 'dossiers'];

/** How long it takes, how that is counted, and what a citizen who came now would be told. */
export function LimitLines({ procedure, isInForce }: LimitLinesProps) {
  const { limit, statutoryLimit, limitByChannel } = procedure;
  const asked = isInForce ? { procedureCode: procedure.code } : undefined;
  const { latest } = useAnswer('appointment.preview', asked, TOPICS);
  return (
    <>
      <p>
        <strong>{capitalised(limitText(limit))}</strong>
      </p>
      <p className="soft">{countingText(limit)}</p>
      {statutoryLimit && <p>{LIMITS.statutory(statutoryLimit)}</p>}
      {(['online', 'post'] as const).map((channel) => {
        const own = limitByChannel?.[channel];
        return own && <p key={channel}>{LIMITS.byChannel(channel, own)}</p>;
      })}
      {latest?.ok && (
        <p data-testid="procedure-if-now">
          {LIMITS.ifNow(momentInWords(latest.value.appointment.at), appointmentReason(latest.value.appointment))}
        </p>
      )}
    </>
  );
}
