import { canonicalJson } from '../../domain/canonical-json.ts';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import { deviceLogOf } from '../../domain/log-name.ts';
import { GENESIS_HASH } from '../wire/chain.ts';
import { type Run, unpackRun, type Verdict } from '../wire/messages.ts';
import type { Device, QuarantineReason, Store } from './store.ts';

/** Who sent a run, and when. */
export type Sender = { readonly device: Device; readonly at: number };

/**
 * Takes one run of events and answers what became of each row. Never throws for a row: what cannot be taken is set aside
 * with its reason, and the runs beside it are not touched by it.
 *
 * A known place with another hash is an alarm (`hash-differs`), never "already have it". A run that skips ahead is a
 * `gap`. The first event of a log must be the `log-opened` of the unit and station the log was enrolled for.
 */
export async function acceptRun(run: Run, sender: Sender, store: Store): Promise<readonly Verdict[]> {
  const to = run.from + run.events.length - 1;
  const aside = (reason: QuarantineReason) => setAside({ ...run, to, content: run }, { reason, sender, store });
  // Every incarnation of a log belongs to the device that was enrolled with the first.
  const owner = await store.findLog(deviceLogOf(run.log));
  if (!owner) return aside('unknown-log');
  if (owner.unitCode !== sender.device.unitCode) return aside('out-of-scope');
  const { events, intact } = unpackRun(run);
  if (!intact) return aside('chain-broken');

  const head = (await store.headOf(run.log)) ?? { seq: 0, hash: GENESIS_HASH };
  if (run.from > head.seq + 1) return [{ log: run.log, from: run.from, to, verdict: 'gap' }];
  const known = events.filter(({ seq }) => seq <= head.seq);
  const fresh = events.slice(known.length);
  const [next] = fresh;
  if (!(await holdsAll(known, store)) || (next && next.prev !== head.hash)) return aside('hash-differs');
  if (next && !mayStand(next, owner)) return aside('not-opened');
  // Another request moved the head in between: what it stored will be known next time.
  if (!(await store.append(owner.unitCode, fresh))) return [{ log: run.log, from: run.from, to, verdict: 'gap' }];
  return verdicts(run, known.length);
}

async function holdsAll(events: readonly StoredEvent[], store: Store): Promise<boolean> {
  for (const event of events) {
    if ((await store.hashAt(event.log, event.seq)) !== event.hash) return false;
  }
  return true;
}

/** Only a log's first event has to be of a certain kind. */
function mayStand(event: StoredEvent, owner: Device): boolean {
  const { unitCode, station } = event.payload;
  if (event.seq > 1) return true;
  return event.kind === 'log-opened' && unitCode === owner.unitCode && station === owner.station;
}

function verdicts({ log, from, events }: Run, known: number): readonly Verdict[] {
  const to = from + events.length - 1;
  const duplicate: Verdict = { log, from, to: from + known - 1, verdict: 'duplicate' };
  const stored: Verdict = { log, from: from + known, to, verdict: 'stored' };
  return [...(known > 0 ? [duplicate] : []), ...(known < events.length ? [stored] : [])];
}

/** A run whose envelope could be read and whose events could not. */
export type UnreadableRun = {
  readonly log: string;
  readonly from: number;
  readonly to: number;
  /** The run as it came. */
  readonly content: unknown;
};

export function refuseUnreadable(run: UnreadableRun, sender: Sender, store: Store): Promise<readonly Verdict[]> {
  return setAside(run, { reason: 'malformed', sender, store });
}

async function setAside(
  run: UnreadableRun,
  why: { readonly reason: QuarantineReason; readonly sender: Sender; readonly store: Store },
): Promise<readonly Verdict[]> {
  const { log, from, to } = run;
  const { reason, sender, store } = why;
  const content = canonicalJson(run.content);
  await store.setAside({ log, from, to, reason, content, sender: sender.device.log, at: sender.at });
  return [{ log, from, to, verdict: 'quarantined', reason }];
}
