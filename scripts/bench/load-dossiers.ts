import { COMMUNE_PROCEDURES } from '../../domain/catalogue/commune-procedures.ts';
import { stepsBeforeHandOver } from '../../domain/dossier-commands.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import {
  addDays,
  dateOf,
  epochMsOf,
  type LocalMoment,
  momentOf,
  type PlainDate,
  plainDate,
  weekdayOf,
} from '../../domain/plain-date.ts';
import { ok } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { Publications } from '../../electron/core/publications.ts';
import { receiveWithin } from '../../electron/core/reception.ts';
import type { CounterIdentity, Work } from '../../sync/counter-store.ts';
import { type OpenCounterStore, openCounterStore } from '../../sync/open-counter-store.ts';
import { applicant, personName } from './people.ts';
import { chanceFrom, pick } from './seeded-chance.ts';
import { BENCH_COUNTER, BENCH_MACHINE } from './bench-counter.ts';

/** A busy commune: 100,000 dossiers in six and a half years. */
const A_DAY = 60;
const FIRST_DAY = plainDate('2020-01-02');
const OPENS_AT_MINUTE = 8 * 60;
const MINUTES_OPEN = 9 * 60;
/** Of a thousand: whose applicant never came back. */
const NEVER_HANDED_OVER_PER_THOUSAND = 5;
const MOST_DAYS_WAITED = 12;
const SATURDAY = 5;

/** In force as long as anything is received here; the commune decides them itself. */
const PROCEDURES = COMMUNE_PROCEDURES.filter(
  ({ limit, linkedSteps, effectiveFrom, effectiveTo }) =>
    limit.kind !== 'none' && !linkedSteps && effectiveFrom <= FIRST_DAY && effectiveTo === undefined,
);

/** What a loaded counter holds, as far as the bench asks for it. */
export type Loaded = { readonly lastDay: PlainDate; readonly ids: readonly DossierId[] };

/** Fills an empty folder with a counter of `size` dossiers: each received, numbered, printed, nearly all handed over. */
export async function loadDossiers(folder: string, size: number): Promise<Loaded> {
  const store = openCounterStore({ folder });
  store.database.db.pragma('synchronous = OFF');
  store.establish(BENCH_COUNTER, {
    ...BENCH_MACHINE,
    clock: { at: epochMsOf(momentOf(FIRST_DAY, 0)), clockQuality: 'free' },
  });
  const loader = new Loader(store, BENCH_COUNTER);
  let day = FIRST_DAY;
  for (let left = size; left > 0; left -= A_DAY) {
    loader.workDay(day, Math.min(A_DAY, left));
    day = nextWorkingDay(day);
  }
  await store.close();
  return { lastDay: day, ids: loader.ids };
}

class Loader {
  readonly ids: DossierId[] = [];
  readonly #store: OpenCounterStore;
  readonly #identity: CounterIdentity;
  readonly #publications: Publications;
  readonly #chance = chanceFrom(7);
  /** What is ready, by the day on which somebody comes for it. */
  readonly #comeBack = new Map<PlainDate, DossierId[]>();

  constructor(store: OpenCounterStore, identity: CounterIdentity) {
    this.#store = store;
    this.#identity = identity;
    this.#publications = new Publications(store);
  }

  /** One commit a day: it is the file that is wanted, not the time it takes. */
  workDay(day: PlainDate, receptions: number): void {
    const clock = { at: epochMsOf(momentOf(day, OPENS_AT_MINUTE + MINUTES_OPEN)), clockQuality: 'free' } as const;
    const done = this.#store.commit({ actor: this.#identity.clerkName, clock }, (work) => {
      for (let n = 0; n < receptions; n += 1) {
        const minute = OPENS_AT_MINUTE + Math.floor((n * MINUTES_OPEN) / receptions);
        this.#receive(work, momentOf(day, minute));
      }
      for (const id of this.#comeBack.get(day) ?? []) this.#handOver(work, id, momentOf(day, OPENS_AT_MINUTE));
      this.#comeBack.delete(day);
      return ok({});
    });
    if (!done.ok) throw new Error(`not loaded: ${JSON.stringify(done.refusal)}`);
  }

  #receive(work: Work, now: LocalMoment): void {
    const form = intakeOf(this.#chance);
    const received = receiveWithin(work, form, {
      identity: this.#identity,
      clerkName: this.#identity.clerkName,
      publications: this.#publications,
      isTrial: false,
      printsForms: false,
      now,
      chance: this.#chance,
    });
    if (!received.ok) throw new Error(`not loaded: ${JSON.stringify(received.refusal)}`);
    const { dossierId, printJobId } = received.value;
    this.#store.database.printJobs.putChange(printJobId, { state: 'confirmed', trouble: '' });
    this.ids.push(dossierId);
    if (this.#chance() * 1_000 < NEVER_HANDED_OVER_PER_THOUSAND) return;
    let day = dateOf(now);
    for (let waited = Math.floor(this.#chance() * MOST_DAYS_WAITED); waited >= 0; waited -= 1)
      day = nextWorkingDay(day);
    this.#comeBack.set(day, [...(this.#comeBack.get(day) ?? []), dossierId]);
  }

  /** As in a commune where one person does it all. */
  #handOver(work: Work, dossierId: DossierId, handedOverAt: LocalMoment): void {
    const receiver = { relation: 'applicant', name: personName(this.#chance), idNumber: '' } as const;
    const by = { now: handedOverAt, mayIssue: true, clerkName: this.#identity.clerkName };
    const steps = stepsBeforeHandOver(work.findDossier(dossierId), by);
    if (!steps.ok) throw new Error(`not loaded: ${JSON.stringify(steps.refusal)}`);
    for (const step of steps.value) work.append(step);
    work.append({ kind: 'result-handed-over', dossierId, payload: { receiver, handedOverAt } });
  }
}

/** A form as a clerk fills it in. */
export function intakeOf(chance: () => number): IntakeInput {
  const procedure = pick(chance, PROCEDURES);
  return {
    procedureCode: procedure.code,
    applicant: applicant(chance),
    ...(chance() < 0.15 ? { submitter: { name: personName(chance), idNumber: '', phone: '' } } : {}),
    papers: procedure.requiredPapers
      .filter(({ required }) => required)
      .map(({ id, originals, copies }) => ({ id, originals, copies })),
    sets: 1,
  };
}

/** Monday to Friday; public holidays do not matter here. */
export function nextWorkingDay(day: PlainDate): PlainDate {
  const next = addDays(day, 1);
  return weekdayOf(next) >= SATURDAY ? nextWorkingDay(next) : next;
}
