import { expect, test } from 'vitest';
import { addDays, dateOf, localMoment, type LocalMoment, momentOf, plainDate } from '../../domain/plain-date.ts';
import { get, intake, openTestCounter, type TestCounter } from '../support/counter.ts';
import { chanceOf, report, runsOf } from './proof.ts';

const START = localMoment('2020-04-20T08:00');

/** Computers count from 1970; one more jump back from before this would leave even the years that can be written. */
const EARLIEST = plainDate('1970-01-01');

/** Days a dead battery, a wrong hand and an honest one set a clock by. */
const JUMPS = [-30 * 365, -365, -40, -1, -1, 0, 0, 0, 1, 1, 2, 70, 10 * 365];

async function receiveAt(counter: TestCounter, now: LocalMoment): Promise<'refused' | Received> {
  counter.setClock(now);
  const { needsDateConfirmed } = await counter.call('app.state', {});
  const ask = () => counter.call('dossier.receive', { commandId: crypto.randomUUID(), form: intake() });
  const unconfirmed = await ask();
  // A date is promised to nobody before a person vouched for the clock.
  expect(!unconfirmed.ok && unconfirmed.refusal.code === 'clock-unconfirmed').toBe(needsDateConfirmed);
  if (needsDateConfirmed) get(await counter.call('clock.confirm', { date: dateOf(now) }));
  const answer = needsDateConfirmed ? await ask() : unconfirmed;
  // Outside the years of the catalogue and the calendar a rule refuses; nothing else may.
  if (!answer.ok) {
    expect(['procedure-not-in-force', 'calendar-ends-too-soon']).toContain(answer.refusal.code);
    return 'refused';
  }
  const { intake: step } = answer.value.dossier;
  if (!step) throw new Error('a dossier without its reception');
  return {
    number: step.dossierNumber,
    id: answer.value.dossier.id,
    book: JSON.stringify(step.registerBook),
    seq: step.seq,
  };
}

type Received = { readonly number: string; readonly id: string; readonly book: string; readonly seq: number };

test('a clock that jumps by years and back confuses no number, no order, and promises no date unasked', async () => {
  const chance = chanceOf('clock-jumps');
  const jumps = runsOf(300);
  const counter = await openTestCounter({ now: START });
  const received: Received[] = [];
  let now: LocalMoment = START;
  for (let jump = 0; jump < jumps; jump += 1) {
    const by = JUMPS[Math.floor(chance() * JUMPS.length)] ?? 0;
    // Back near the start now and then, or the walk would leave the years of the catalogue for good.
    const from = chance() < 0.3 || dateOf(now) < EARLIEST ? START : now;
    now = momentOf(addDays(dateOf(from), by), 8 * 60 + Math.floor(chance() * 9 * 60));
    if (chance() < 0.1) await counter.restart();
    const answer = await receiveAt(counter, now);
    if (answer !== 'refused') received.push(answer);
  }
  for (const what of ['number', 'id', 'book'] as const) {
    expect(new Set(received.map((one) => one[what])).size, what).toBe(received.length);
  }
  const seqs = received.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  const found = await Promise.all(received.map(({ id }) => counter.call('dossier.find', { query: id, limit: 1 })));
  const lost = found.filter(({ total }) => total !== 1).length;
  report('clock-jumps', `${jumps} jumps, ${received.length} received`, { lost, duplicate: 0 });
  expect(received.length).toBeGreaterThan(jumps / 4);
});
