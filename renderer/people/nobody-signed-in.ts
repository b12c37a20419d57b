import type { CounterBridge } from '../../electron/contract/bridge.ts';

type Envelope = Awaited<ReturnType<CounterBridge['call']>>;

const CODE = 'not-signed-in';

/** Whether an answer of the core, a fault or a refusal, is that nobody is signed in: the session ended meanwhile. */
export function saysNobodySignedIn(envelope: Envelope): boolean {
  if (!envelope.ok) return envelope.fault.code === CODE;
  const { output } = envelope;
  if (typeof output !== 'object' || output === null || !('refusal' in output)) return false;
  const { refusal } = output;
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal && refusal.code === CODE;
}
