import { describe, expect, test } from 'vitest';
import { dossierId } from './batches.ts';
import { type Move, TwoStations } from './two-stations.ts';

// Three dossiers await their transfer; the body above has the fourth, and the fifth is on its way down.
const [A, B, C, HELD, COMING] = [dossierId(1), dossierId(2), dossierId(3), dossierId(4), dossierId(5)];

/** Both computers see each other after every move. */
function counterAfter(moves: readonly (readonly [0 | 1, Move])[]): TwoStations {
  const counter = new TwoStations();
  for (const [at, move] of moves) {
    counter.move(at, move);
    counter.sync();
  }
  return counter;
}

function statesOf(counter: TwoStations): Readonly<Record<string, string>> {
  return Object.fromEntries(counter.view(0).dossiers.map(({ id, status }) => [id, status]));
}

const SENT_UP: readonly (readonly [0 | 1, Move])[] = [
  [0, { do: 'open', direction: 'up' }],
  [0, { do: 'add', batch: 0, dossier: A }],
  [1, { do: 'add', batch: 0, dossier: B }],
  [1, { do: 'add', batch: 0, dossier: C }],
  [0, { do: 'remove', batch: 0, dossier: C }],
  [0, { do: 'close', batch: 0 }],
];

describe('two computers that see each other', () => {
  test('send one batch up together', () => {
    const states = { [A]: 'in-transfer-up', [B]: 'in-transfer-up', [C]: 'awaiting-transfer-up' };
    expect(statesOf(counterAfter(SENT_UP))).toMatchObject(states);
  });

  test('send again what was rejected, with another batch', () => {
    const counter = counterAfter([
      ...SENT_UP,
      [1, { do: 'receive', batch: 0, without: [B], and: C }],
      [1, { do: 'open', direction: 'up' }],
      [1, { do: 'add', batch: 1, dossier: B }],
      [1, { do: 'close', batch: 1 }],
    ]);
    expect(statesOf(counter)).toMatchObject({ [A]: 'upstream-in-progress', [B]: 'in-transfer-up' });
    expect(counter.view(0).batches).toMatchObject([
      { code: 'BG-08305-200427-1001', state: 'received', rejected: [{ dossierId: B }] },
      { code: 'BG-08305-200427-2001', state: 'closed' },
    ]);
  });

  test('put a dossier into another batch once the first was given up', () => {
    const counter = counterAfter([
      [0, { do: 'open', direction: 'up' }],
      [0, { do: 'add', batch: 0, dossier: A }],
      [1, { do: 'open', direction: 'up' }],
      [1, { do: 'add', batch: 1, dossier: A }],
      [0, { do: 'abandon', batch: 0 }],
      [1, { do: 'add', batch: 1, dossier: A }],
    ]);
    expect(counter.view(1).batches).toMatchObject([
      { state: 'abandoned', items: [{ dossierId: A }] },
      { state: 'open', items: [{ dossierId: A }] },
    ]);
  });

  test('receive a batch down, of which one is missing and one was not announced', () => {
    const counter = counterAfter([
      [0, { do: 'open', direction: 'down' }],
      [0, { do: 'add', batch: 0, dossier: COMING }],
      [0, { do: 'close', batch: 0 }],
      [1, { do: 'receive', batch: 0, without: [COMING], and: HELD }],
    ]);
    expect(statesOf(counter)).toMatchObject({ [COMING]: 'in-transfer-down', [HELD]: 'result-ready' });
    expect(counter.view(0).batches).toMatchObject([
      { state: 'received', discrepancies: { missing: [COMING], extra: [HELD] } },
    ]);
  });
});
