import type { LogHead } from '../../domain/version-vector.ts';
import type { MachineFacts, NumbersDoubt } from '../counter-store.ts';
import type { Witness } from './number-witness.ts';

/** What a database says of itself when it is opened. */
export type Held = {
  readonly log: string;
  /** Logs this counter wrote before, oldest first. */
  readonly formerLogs: readonly string[];
  /** Hash of the event that stands at `seq` of the counter's own log; undefined when there is none. */
  readonly hashAt: (seq: number) => string | undefined;
  readonly head: LogHead;
  /** Numbers given out, by the name of their counter. */
  readonly issued: (counter: string) => number;
  /** Undefined in a file that was never bound to a machine. */
  readonly machine: MachineFacts | undefined;
  /** There was a witness outside of the counter's folder, where a copy that is put back does not reach. */
  readonly hadFarWitness: boolean;
};

export type Witnesses = {
  /** Beside the database. */
  readonly near: Witness | undefined;
  readonly far: Witness | undefined;
};

/**
 * Whether the numbers that follow from a database may be given out, or why it must be doubted that it knows all that were.
 *
 * `other-machine`: it was made on another computer, which may still be at work. `older-copy`: a witness has seen more than
 * it holds. `no-witness`: the witness outside of its folder is gone, and the one beside it may be as old as itself. Undefined: nothing
 * speaks against it.
 */
export function doubtOf(held: Held, { near, far }: Witnesses, machine: MachineFacts): NumbersDoubt | undefined {
  if (!held.machine) return undefined;
  if (!isSameMachine(held.machine, machine)) return 'other-machine';
  const seen = [near, far].filter((witness) => witness !== undefined);
  if (seen.some((witness) => hasSeenMore(witness, held))) return 'older-copy';
  return seen.length === 0 || (!far && held.hadFarWitness) ? 'no-witness' : undefined;
}

function hasSeenMore(witness: Witness, held: Held): boolean {
  if (Object.entries(witness.issued).some(([counter, value]) => value > held.issued(counter))) return true;
  // A witness that missed the last incarnation is only late itself.
  if (held.formerLogs.includes(witness.log)) return false;
  if (witness.log !== held.log) return true;
  return witness.seq > held.head.seq || held.hashAt(witness.seq) !== witness.hash;
}

/**
 * Whatever is known on both sides must be the same: the installation's own name, the name the board was given by its maker,
 * the user's account, and at least one network adapter. A cloned disk takes the first along, never the second; two accounts of
 * one computer differ in the third alone. What the system did not answer this time says nothing.
 */
export function isSameMachine(kept: MachineFacts, now: MachineFacts): boolean {
  if (differs(kept.system, now.system) || differs(kept.board, now.board)) return false;
  if (differs(kept.account, now.account)) return false;
  if (kept.adapters.length === 0 || now.adapters.length === 0) return true;
  return kept.adapters.some((adapter) => now.adapters.includes(adapter));
}

function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

const MOST_ADAPTERS = 16;

/** All that was ever known of one computer: an adapter that is out today is still its own. */
export function allKnown(kept: MachineFacts | undefined, now: MachineFacts): MachineFacts {
  const system = now.system ?? kept?.system;
  const board = now.board ?? kept?.board;
  const account = now.account ?? kept?.account;
  return {
    ...(system === undefined ? {} : { system }),
    ...(board === undefined ? {} : { board }),
    ...(account === undefined ? {} : { account }),
    adapters: [...new Set([...now.adapters, ...(kept?.adapters ?? [])])].slice(0, MOST_ADAPTERS),
  };
}
