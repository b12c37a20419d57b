import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { get, intake, openTestCounter, refusalOf } from '../support/counter.ts';
import { RECEIVER } from '../support/life.ts';
import { temporaryFolder } from '../support/store.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures');

/** What the clerk chooses in the dialog. */
function choosing(file: string): Map<string, string> {
  return new Map([['find-file', Buffer.from(file).toString('base64')]]);
}

describe('an official catalogue', () => {
  test('is shown before it is applied, and every row of it is accepted or in the list of what to put right', async () => {
    const keyStore = choosing(path.join(FIXTURES, 'catalogue/official-dirty.json'));
    const { call } = await openTestCounter({ keyStore, now: '2026-09-01T08:00' });
    const before = await call('procedure.list', {});
    const shown = get(await call('catalogue.read', {}));
    expect(shown.reading.accepted.length + shown.reading.toFix.length).toBe(74);
    // Nothing was changed by looking at it.
    expect(await call('procedure.list', {})).toEqual(before);
    const toPublish = shown.diff.added.length + shown.diff.changed.length;
    expect(toPublish).toBeGreaterThan(0);
    expect(get(await call('catalogue.apply', { readingId: shown.readingId }))).toEqual({ published: toPublish });
    const after = await call('procedure.list', {});
    const added = shown.diff.added[0];
    expect(after.map(({ code }) => code)).toContain(added?.code);
    // It is done: the same reading is applied once.
    expect(refusalOf(await call('catalogue.apply', { readingId: shown.readingId }))).toEqual({ code: 'nothing-read' });
  });

  test('that was published changes nothing of a dossier received before', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'catalogue.json');
    const keyStore = choosing(file);
    const { call } = await openTestCounter({ keyStore, now: '2026-09-01T08:00' });
    const { receive } = await import('../support/counter.ts');
    const { dossier } = await receive(call, { procedureCode: '1.001022' });
    writeFileSync(
      file,
      JSON.stringify([
        {
          code: '1.001022',
          name: dossier.intake?.procedure.name,
          field: 'Hộ tịch',
          level: 'Cấp xã',
          processingTime: 9,
          unit: 'Ngày làm việc',
        },
      ]),
    );
    const shown = get(await call('catalogue.read', {}));
    expect(shown.diff.changed.map(({ what }) => what)).toEqual([['limit']]);
    get(await call('catalogue.apply', { readingId: shown.readingId }));
    expect(await call('dossier.get', { id: dossier.id })).toEqual(dossier);
    const preview = get(await call('appointment.preview', { procedureCode: '1.001022' }));
    expect(preview.appointment.basis).toEqual({ kind: 'working-days', days: 9 });
  });

  test.each([
    { what: 'cannot be read', name: 'catalogue.json', content: '{"', code: 'unreadable' },
    { what: 'is a picture', name: 'catalogue.png', content: '\u0000\u0001PNG', code: 'not-a-sheet' },
  ])('that $what is refused by name', async ({ name, content, code }) => {
    const file = path.join(temporaryFolder(), name);
    writeFileSync(file, content);
    const { call } = await openTestCounter({ keyStore: choosing(file) });
    expect(refusalOf(await call('catalogue.read', {}))).toEqual({ code });
  });

  test('that nobody chose is nothing', async () => {
    const { call } = await openTestCounter();
    expect(refusalOf(await call('catalogue.read', {}))).toEqual({ code: 'no-file' });
  });
});

describe('open dossiers of the former system', () => {
  test('wait for a clock that somebody vouches for', async () => {
    const keyStore = choosing(path.join(FIXTURES, 'go-live/ho-so-mo.csv'));
    const { call, setClock } = await openTestCounter({ keyStore, now: '2020-04-27T08:00' });
    get(await call('dossier.receive', { commandId: randomUUID(), form: intake() }));
    setClock('2020-04-25T08:00');
    const { readingId, read } = get(await call('goLive.read', {}));
    expect(read.accepted.length).toBeGreaterThan(0);
    expect(refusalOf(await call('goLive.apply', { readingId }))).toEqual({ code: 'clock-unconfirmed' });
    expect((await call('dossier.list', { view: 'waiting', limit: 10 })).total).toBe(1);
  });

  test.each(['ho-so-mo.csv', 'ho-so-mo.xlsx'])(
    'come in from %s once, and are handed over by their old number',
    async (name) => {
      const keyStore = choosing(path.join(FIXTURES, 'go-live', name));
      const { call } = await openTestCounter({ keyStore, now: '2020-04-27T08:00' });
      const { readingId, read } = get(await call('goLive.read', {}));
      expect(read.accepted.length).toBeGreaterThan(0);
      const taken = read.accepted.length;
      expect(get(await call('goLive.apply', { readingId }))).toEqual({ taken, known: 0 });
      expect(get(await call('goLive.apply', { readingId }))).toEqual({ taken: 0, known: taken });
      const [first] = read.accepted;
      if (!first) throw new Error('there is one');
      const answer = await call('dossier.scan', { text: first.dossier.oldNumber });
      expect(answer).toMatchObject({ kind: 'open', dossier: { carriedOver: { oldNumber: first.dossier.oldNumber } } });
      if (answer.kind !== 'open') throw new Error(answer.kind);
      const { id: dossierId } = answer.dossier;
      const handed = get(await call('dossier.handOver', { commandId: randomUUID(), dossierId, receiver: RECEIVER }));
      expect(handed).toMatchObject({ status: 'handed-over', anomalies: [] });
      expect(handed.intake).toBeUndefined();
      expect(await call('dossier.scan', { text: first.dossier.oldNumber })).toMatchObject({ kind: 'handed-over' });
      // No number of today was used for any of them.
      expect((await call('app.state', {})).numbers.leftToday).toBe(500);
      expect((await call('dossier.find', { query: first.dossier.oldNumber, limit: 5 })).rows).toMatchObject([
        { oldNumber: first.dossier.oldNumber },
      ]);
    },
  );
});
