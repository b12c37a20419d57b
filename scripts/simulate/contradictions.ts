import type { Dossier } from '../../domain/dossier.ts';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { actOn } from './life.ts';
import type { Relay } from './relay.ts';
import type { Site } from './site.ts';

/** Each round may uncover what only a settled fact hid. */
const MOST_ROUNDS = 20;

/**
 * A head of the counter looks at every fact that does not fit, and says whether it counts. One that no two sides writing
 * apart can explain is trouble.
 */
export async function settleContradictions(site: Site, relay: Relay): Promise<void> {
  const { station, tally } = site;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const contradicted = [...station.store().eachDossier()].filter(({ anomalies }) => anomalies.length > 0);
    if (contradicted.length === 0) return;
    for (const dossier of contradicted) {
      for (const trouble of unexplained(dossier, relay)) tally.fail(trouble);
      await actOn(site, dossier, 'contradiction-settled');
    }
  }
}

/** Contradictions of a dossier though everybody knew what the others had written. */
export function unexplained({ id, anomalies, trail }: Dossier, relay: Relay): readonly string[] {
  return anomalies
    .filter((anomaly) => !trail.some((entry) => relay.areApart(anomaly, entry)))
    .map(({ kind, code, log, seq }) => `${id}: ${kind} (${log}:${seq}) is ${code}, and nobody worked apart`);
}

/** The same of the batches. */
export function unexplainedOfBatches(
  batches: readonly TransferBatch[],
  events: readonly StoredEvent[],
  relay: Relay,
): readonly string[] {
  return batches.flatMap(({ code, items, anomalies }) => {
    const about = new Set<string>([code, ...items.map(({ dossierId }) => dossierId)]);
    const others = anomalies.length === 0 ? [] : events.filter(({ dossierId }) => about.has(dossierId));
    return anomalies
      .filter((anomaly) => !others.some((event) => relay.areApart(anomaly, event)))
      .map((anomaly) => `batch ${code}: ${anomaly.code} (${anomaly.log}:${anomaly.seq}), and nobody worked apart`);
  });
}
