import type { Input } from '../../electron/contract/commands.ts';
import type { DossierNumber } from '../../domain/dossier-number.ts';
import type { DossierId } from '../../domain/scan-code.ts';

/** A reception that a station said was kept. */
export type Acknowledged = {
  readonly station: string;
  readonly dossierId: DossierId;
  readonly dossierNumber: DossierNumber;
} & (
  | { readonly name: 'dossier.receive'; readonly input: Input<'dossier.receive'> }
  | { readonly name: 'dossier.certify'; readonly input: Input<'dossier.certify'> }
);

const MOST_TROUBLES = 25;

/** What happened in a simulation, and what should not have. */
export class Tally {
  readonly acknowledged: Acknowledged[] = [];
  readonly #done = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  readonly #troubles: string[] = [];

  count(what: string): void {
    this.#done.set(what, (this.#done.get(what) ?? 0) + 1);
  }

  refuse(code: string): void {
    this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1);
  }

  /** Something that must not be. Kept, so that the rest is looked at too. */
  fail(trouble: string): void {
    this.#troubles.push(trouble);
  }

  /** What must not be, each in a sentence; at most so many that a person reads them. */
  troubles(): readonly string[] {
    return this.#troubles.slice(0, MOST_TROUBLES);
  }

  /** Going on would only say the same again and again. */
  isHopeless(): boolean {
    return this.#troubles.length >= MOST_TROUBLES;
  }

  of(what: string): number {
    return this.#done.get(what) ?? 0;
  }

  done(): ReadonlyMap<string, number> {
    return sortedByKey(this.#done);
  }

  refused(): ReadonlyMap<string, number> {
    return sortedByKey(this.#refused);
  }
}

function sortedByKey(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
