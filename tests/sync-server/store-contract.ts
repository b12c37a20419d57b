import { describe, expect, onTestFinished, test } from 'vitest';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { type Enrolment, type SetAside, type Store, TRIES_PER_CODE } from '../../sync/server/store.ts';
import { headAt, logOf } from './logs.ts';

const UNIT = '08305';
const OTHER = '08314';
const AT = 1_587_345_600_000;

const A = logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 12 });
const B = logOf({ log: 'bbbb.1', unitCode: UNIT, station: 2, length: 5 });
const FOREIGN = logOf({ log: 'cccc.1', unitCode: OTHER, station: 1, length: 5 });

/** What every implementation of the server's store promises. `open` answers an empty one. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  async function emptyStore(): Promise<Store> {
    const store = await open();
    onTestFinished(() => store.close());
    return store;
  }

  async function storeWith(codes: readonly { codeHash: string; unitCode?: string; expiresAt?: number }[]) {
    const store = await emptyStore();
    for (const code of codes) await store.addCode({ unitCode: UNIT, expiresAt: AT + 1_000, ...code });
    return store;
  }

  describe(`${name}: enrolment`, () => {
    test('a code enrols one device, and its token finds unit, station and log', async () => {
      const store = await storeWith([{ codeHash: 'c1' }]);
      expect(await store.enrol(wish())).toBeUndefined();
      expect(await store.findDevice('t1')).toEqual({ unitCode: UNIT, station: 1, log: 'aaaa.1' });
      expect(await store.findLog('aaaa.1')).toEqual({ unitCode: UNIT, station: 1, log: 'aaaa.1' });
      expect(await store.findDevice('t2')).toBeUndefined();
      expect(await store.findLog('bbbb.1')).toBeUndefined();
    });

    test('a code that was used is refused, even to the device that used it', async () => {
      const store = await storeWith([{ codeHash: 'c1' }]);
      await store.enrol(wish());
      expect(await store.enrol(wish({ tokenHash: 't2' }))).toBe('code-refused');
      expect(await store.enrol(wish({ tokenHash: 't2', log: 'bbbb.1', station: 2 }))).toBe('code-refused');
      expect(await store.findDevice('t1')).toBeDefined();
    });

    test('a code is refused from the moment it expires', async () => {
      const store = await storeWith([{ codeHash: 'c1', expiresAt: AT }]);
      expect(await store.enrol(wish({ at: AT }))).toBe('code-refused');
      expect(await store.enrol(wish({ at: AT - 1 }))).toBeUndefined();
    });

    test('a code of another unit is refused', async () => {
      const store = await storeWith([{ codeHash: 'c1', unitCode: OTHER }]);
      expect(await store.enrol(wish())).toBe('other-unit');
      expect(await store.findLog('aaaa.1')).toBeUndefined();
    });

    test('wrong tries for a unit spend its open codes, and no other unit’s', async () => {
      const store = await storeWith([{ codeHash: 'c1' }, { codeHash: 'c2', unitCode: OTHER }]);
      for (let i = 0; i < TRIES_PER_CODE; i += 1) {
        expect(await store.enrol(wish({ codeHash: 'wrong' }))).toBe('code-refused');
      }
      expect(await store.enrol(wish())).toBe('code-refused');
      expect(await store.enrol(wish({ codeHash: 'c2', unitCode: OTHER }))).toBeUndefined();
    });

    test('one wrong try less leaves the code good', async () => {
      const store = await storeWith([{ codeHash: 'c1' }]);
      for (let i = 1; i < TRIES_PER_CODE; i += 1) await store.enrol(wish({ codeHash: 'wrong' }));
      expect(await store.enrol(wish())).toBeUndefined();
    });

    test('a second log on a station is refused and leaves the code good for another station', async () => {
      const store = await storeWith([{ codeHash: 'c1' }, { codeHash: 'c2' }]);
      await store.enrol(wish());
      const second = wish({ codeHash: 'c2', tokenHash: 't2', log: 'bbbb.1' });
      for (let i = 0; i <= TRIES_PER_CODE; i += 1) expect(await store.enrol(second)).toBe('station-taken');
      expect(await store.enrol({ ...second, station: 2 })).toBeUndefined();
    });

    test('a log never moves to another station or unit', async () => {
      const store = await storeWith([{ codeHash: 'c1' }, { codeHash: 'c2' }, { codeHash: 'c3', unitCode: OTHER }]);
      await store.enrol(wish());
      expect(await store.enrol(wish({ codeHash: 'c2', tokenHash: 't2', station: 2 }))).toBe('station-taken');
      expect(await store.enrol(wish({ codeHash: 'c3', tokenHash: 't2', unitCode: OTHER }))).toBe('station-taken');
    });

    test('the same log may enrol again, and the new token replaces the old one', async () => {
      const store = await storeWith([{ codeHash: 'c1' }, { codeHash: 'c2' }]);
      await store.enrol(wish());
      await store.append(UNIT, A);
      expect(await store.enrol(wish({ codeHash: 'c2', tokenHash: 't2' }))).toBeUndefined();
      expect(await store.findDevice('t1')).toBeUndefined();
      expect(await store.findDevice('t2')).toEqual({ unitCode: UNIT, station: 1, log: 'aaaa.1' });
      expect(await store.headOf('aaaa.1')).toEqual(headAt(A));
    });
  });

  describe(`${name}: logs`, () => {
    test('a log grows from nothing, head after head, and every hash stays at its place', async () => {
      const store = await emptyStore();
      expect(await store.headOf('aaaa.1')).toBeUndefined();
      expect(await store.append(UNIT, A.slice(0, 5))).toBe(true);
      expect(await store.headOf('aaaa.1')).toEqual(headAt(A, 5));
      expect(await store.append(UNIT, A.slice(5))).toBe(true);
      expect(await store.headOf('aaaa.1')).toEqual(headAt(A));
      expect(await store.hashAt('aaaa.1', 3)).toBe(headAt(A, 3).hash);
      expect(await store.hashAt('aaaa.1', 13)).toBeUndefined();
    });

    test.for([
      ['a gap', A.slice(6)],
      ['what is there already', A.slice(0, 5)],
      ['a log that does not begin at its beginning', B.slice(1)],
      ['another history', logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 6, forkedAt: 4 }).slice(5)],
    ] as const)('%s is not appended, and nothing changes', async ([, events]) => {
      const store = await emptyStore();
      await store.append(UNIT, A.slice(0, 5));
      expect(await store.append(UNIT, events)).toBe(false);
      expect(await store.vectorOf(UNIT)).toEqual({ 'aaaa.1': headAt(A, 5) });
    });

    test('of two writers of one place only one is let in', async () => {
      const store = await emptyStore();
      const fork = logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 4, forkedAt: 2 });
      const outcomes = await Promise.all([store.append(UNIT, A.slice(0, 4)), store.append(UNIT, fork)]);
      expect(outcomes.filter((taken) => taken)).toHaveLength(1);
    });

    test('events come back as they went in, members and kinds nobody knows included', async () => {
      const strange = logOf({
        log: 'dddd.1',
        unitCode: UNIT,
        station: 3,
        length: 3,
        bodies: (seq) =>
          seq === 1 ? {} : { kind: 'from-the-future', zưới: { b: [1, null, 'đ'], a: 0.1 }, '10': 1, 9: '\ud800' },
      });
      const store = await emptyStore();
      await store.append(UNIT, strange);
      const { events } = await store.eventsAfter(UNIT, {}, 1_000_000);
      expect(canonicalJson(events)).toBe(canonicalJson(strange));
    });
  });

  describe(`${name}: what a unit holds`, () => {
    async function filled(): Promise<Store> {
      const store = await emptyStore();
      await store.append(UNIT, A);
      await store.append(UNIT, B);
      await store.append(OTHER, FOREIGN);
      return store;
    }

    test('the vector of a unit has its logs and no other unit’s', async () => {
      const store = await filled();
      expect(await store.vectorOf(UNIT)).toEqual({ 'aaaa.1': headAt(A), 'bbbb.1': headAt(B) });
      expect(await store.vectorOf('99999')).toEqual({});
    });

    test('only what lies after the vector comes, and nothing of another unit', async () => {
      const store = await filled();
      const { events, more } = await store.eventsAfter(
        UNIT,
        { 'aaaa.1': headAt(A, 10), 'cccc.1': headAt(FOREIGN, 1) },
        1e6,
      );
      expect(events.map(({ log, seq }) => `${log}:${seq}`)).toEqual([
        'aaaa.1:11',
        'aaaa.1:12',
        ...B.map(({ log, seq }) => `${log}:${seq}`),
      ]);
      expect(more).toBe(false);
    });

    test('an answer is cut near the bytes asked for and says that there is more', async () => {
      const store = await filled();
      const one = Buffer.byteLength(canonicalJson(A[5]));
      const { events, more } = await store.eventsAfter(UNIT, {}, 4 * one);
      expect(more).toBe(true);
      const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(canonicalJson(event)), 0);
      expect(bytes).toBeGreaterThanOrEqual(4 * one);
      expect(bytes).toBeLessThan(6 * one);
    });

    test('one event comes however little was asked for, so that page after page everything comes', async () => {
      const store = await filled();
      const vector: Record<string, { seq: number; hash: string }> = {};
      const got: string[] = [];
      for (let more = true; more;) {
        const page = await store.eventsAfter(UNIT, vector, 1);
        expect(page.events).toHaveLength(1);
        for (const { log, seq, hash } of page.events) {
          vector[log] = { seq, hash };
          got.push(`${log}:${seq}`);
        }
        more = page.more;
      }
      expect(got).toEqual([...A, ...B].map(({ log, seq }) => `${log}:${seq}`));
    });

    test('an asker that holds more than the server is sent nothing of that log', async () => {
      const store = await filled();
      const ahead = { 'aaaa.1': { seq: 40, hash: headAt(A).hash }, 'bbbb.1': headAt(B) };
      expect(await store.eventsAfter(UNIT, ahead, 1e6)).toEqual({ events: [], more: false });
    });

    test('a log that bears the name of a member every object has is a log like any other', async () => {
      const store = await emptyStore();
      const odd = logOf({ log: 'constructor', unitCode: UNIT, station: 4, length: 2 });
      await store.append(UNIT, odd);
      expect((await store.eventsAfter(UNIT, {}, 1e6)).events).toHaveLength(2);
      expect(await store.vectorOf(UNIT)).toEqual({ constructor: headAt(odd) });
    });
  });

  describe(`${name}: what could not be taken`, () => {
    test('it is kept with reason, sender and time, once however often it comes, and shown to its unit alone', async () => {
      const store = await storeWith([{ codeHash: 'c1' }, { codeHash: 'c2', unitCode: OTHER }]);
      await store.enrol(wish());
      await store.enrol(wish({ codeHash: 'c2', tokenHash: 't2', unitCode: OTHER, log: 'cccc.1' }));
      await store.setAside(aside({}));
      await store.setAside(aside({ at: AT + 5 }));
      await store.setAside(aside({ reason: 'out-of-scope', at: AT + 6 }));
      await store.setAside(aside({ content: '{"b":1}', at: AT + 7 }));
      await store.setAside(aside({ sender: 'cccc.1', content: '{"c":1}' }));
      expect(await store.setAsideOf(UNIT)).toEqual([
        aside({}),
        aside({ reason: 'out-of-scope', at: AT + 6 }),
        aside({ content: '{"b":1}', at: AT + 7 }),
      ]);
      expect(await store.setAsideOf(OTHER)).toEqual([aside({ sender: 'cccc.1', content: '{"c":1}' })]);
    });
  });
}

function wish(changes: Partial<Enrolment> = {}): Enrolment {
  const device = { unitCode: UNIT, station: 1, log: 'aaaa.1', machine: 'may-1' };
  return { ...device, codeHash: 'c1', tokenHash: 't1', at: AT, ...changes };
}

function aside(changes: Partial<SetAside>): SetAside {
  const where = { log: 'zzzz.1', from: 3, to: 4, sender: 'aaaa.1' };
  return { ...where, reason: 'hash-differs', content: '{"a":1}', at: AT, ...changes };
}
