import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { get, intake, openTestCounter, receive, refusalOf, type TestCounter } from '../support/counter.ts';
import { temporaryFolder } from '../support/store.ts';

/** Puts the counter's folder back as it was when `copy` was made; what lies outside of it is not touched. */
async function putBack(counter: TestCounter, copy: string): Promise<void> {
  await counter.close();
  rmSync(counter.folder, { recursive: true });
  cpSync(copy, counter.folder, { recursive: true });
  await counter.restart();
}

async function copyOf(counter: TestCounter): Promise<string> {
  await counter.close();
  const copy = path.join(temporaryFolder(), 'copy');
  cpSync(counter.folder, copy, { recursive: true });
  await counter.restart();
  return copy;
}

async function numberOf(counter: TestCounter): Promise<string> {
  const { dossier } = await receive(counter.call);
  return dossier.intake?.dossierNumber ?? '';
}

describe('an older copy put back', () => {
  test('an older copy of the counter goes on in a new log, past every number that was given out', async () => {
    const counter = await openTestCounter();
    await receive(counter.call);
    const copy = await copyOf(counter);
    expect((await numberOf(counter)).slice(-4)).toBe('0002');
    expect((await numberOf(counter)).slice(-4)).toBe('0003');
    await putBack(counter, copy);
    const { numbers } = await counter.call('app.state', {});
    expect(numbers).toMatchObject({ state: 'sound', skipped: 'older-copy', leftToday: 500 - 3 - 64 });
    const { dossier } = await receive(counter.call);
    expect(dossier.intake?.dossierNumber.slice(-4)).toBe('0068');
    expect(dossier.intake?.registerBook.number).toBe(68);
    expect(dossier.id.slice(-5)).toBe('00068');
    expect(dossier.intake?.log).toMatch(/\.i[0-9a-f]{6}$/);
  });

  test('the same copy put back a second time goes on past the first', async () => {
    const counter = await openTestCounter();
    const copy = await copyOf(counter);
    const numbers = [await numberOf(counter)];
    for (let times = 0; times < 3; times += 1) {
      await putBack(counter, copy);
      numbers.push(await numberOf(counter));
    }
    expect(numbers.map((number) => number.slice(-4))).toEqual(['0001', '0066', '0131', '0196']);
  });

  test('the next morning nothing is skipped any more, and the log goes on', async () => {
    const counter = await openTestCounter();
    const copy = await copyOf(counter);
    await receive(counter.call);
    await putBack(counter, copy);
    const first = await receive(counter.call);
    counter.setClock('2020-04-21T08:00');
    await counter.restart();
    expect((await counter.call('app.state', {})).numbers).not.toHaveProperty('skipped');
    const second = await receive(counter.call);
    expect(second.dossier.intake).toMatchObject({ log: first.dossier.intake?.log });
    expect(second.dossier.intake?.dossierNumber.slice(-4)).toBe('0001');
  });

  test('only the database put back is noticed by the witness beside it', async () => {
    const counter = await openTestCounter();
    const copy = await copyOf(counter);
    await receive(counter.call);
    await counter.close();
    cpSync(path.join(copy, 'counter/counter.db'), path.join(counter.folder, 'counter/counter.db'));
    rmSync(`${counter.folder}-witness`, { recursive: true });
    await counter.restart();
    expect((await numberOf(counter)).slice(-4)).toBe('0066');
  });

  test('when every witness is gone, numbers are skipped all the same', async () => {
    const counter = await openTestCounter();
    await receive(counter.call);
    await counter.close();
    rmSync(`${counter.folder}-witness`, { recursive: true });
    rmSync(path.join(counter.folder, 'counter/numbers.witness'));
    await counter.restart();
    expect((await counter.call('app.state', {})).numbers).toMatchObject({ skipped: 'no-witness' });
    expect((await numberOf(counter)).slice(-4)).toBe('0066');
  });

  test('a counter set up anew where its data was deleted goes on past the numbers of the one before', async () => {
    const counter = await openTestCounter();
    await receive(counter.call);
    await counter.close();
    const again = temporaryFolder();
    const other = await openTestCounter({ folder: again, witnessFolder: `${counter.folder}-witness` });
    expect((await numberOf(other)).slice(-4)).toBe('0066');
  });
});

describe('a counter that simply goes on', () => {
  test('skips nothing, however often it is opened', async () => {
    const counter = await openTestCounter();
    for (const tail of ['0001', '0002', '0003']) {
      await counter.restart();
      expect((await numberOf(counter)).slice(-4)).toBe(tail);
    }
    expect((await counter.call('app.state', {})).numbers).toEqual({
      state: 'sound',
      leftToday: 497,
      isWitnessLost: false,
    });
  });

  test('the witness beside it that is missing is made again', async () => {
    const counter = await openTestCounter();
    await receive(counter.call);
    await counter.close();
    rmSync(path.join(counter.folder, 'counter/numbers.witness'));
    await counter.restart();
    expect((await numberOf(counter)).slice(-4)).toBe('0002');
    expect((await counter.call('app.state', {})).numbers).toMatchObject({ isWitnessLost: false });
  });

  test('the witness outside its folder that is missing is doubted: the one beside may have been put back with it', async () => {
    const counter = await openTestCounter();
    await receive(counter.call);
    await counter.close();
    rmSync(`${counter.folder}-witness`, { recursive: true });
    await counter.restart();
    expect((await numberOf(counter)).slice(-4)).toBe('0066');
    await counter.restart();
    expect((await numberOf(counter)).slice(-4)).toBe('0067');
  });

  test('a number that was taken for nothing is not witnessed', async () => {
    let isBroken = false;
    const chance = () => {
      if (isBroken) throw new Error('out of chance');
      return 0.5;
    };
    const counter = await openTestCounter({ chance });
    const { dossier } = await receive(counter.call);
    isBroken = true;
    await counter.ask('dossier.receive', { commandId: crypto.randomUUID(), form: intake() });
    isBroken = false;
    const receiver = { relation: 'applicant', name: 'Nguyễn Thị Đào', idNumber: '' } as const;
    get(await counter.call('dossier.handOver', { commandId: crypto.randomUUID(), dossierId: dossier.id, receiver }));
    await counter.restart();
    expect((await numberOf(counter)).slice(-4)).toBe('0002');
  });

  test('a witness that cannot be written is said, and nothing waits for it', async () => {
    const folder = temporaryFolder();
    const counter = await openTestCounter({ folder, witnessFolder: '/dev/null/nowhere' });
    expect((await numberOf(counter)).slice(-4)).toBe('0001');
    expect((await counter.call('app.state', {})).numbers).toMatchObject({ isWitnessLost: true });
  });
});

describe('a database on another computer', () => {
  const OTHER = { system: 'other-system', adapters: ['other-adapter'] };

  test('numbers nothing until it has a station of its own, and hands over and finds as before', async () => {
    const counter = await openTestCounter();
    const { dossier } = await receive(counter.call);
    await counter.moveToMachine(OTHER);
    const refused = refusalOf(
      await counter.call('dossier.receive', { commandId: crypto.randomUUID(), form: intake() }),
    );
    expect(refused).toEqual({ code: 'other-machine' });
    const receiver = { relation: 'applicant', name: 'Nguyễn Thị Đào', idNumber: '' } as const;
    const handed = await counter.call('dossier.handOver', {
      commandId: crypto.randomUUID(),
      dossierId: dossier.id,
      receiver,
    });
    expect(handed).toMatchObject({ ok: true, value: { status: 'handed-over' } });
    // The computer it came from may be at work: its log is not continued.
    expect(handed).toMatchObject({ value: { handOver: { log: expect.stringMatching(/\.i[0-9a-f]{6}$/) } } });
  });

  test('takes a station nobody used, and numbers within it from then on', async () => {
    const counter = await openTestCounter();
    const { dossier } = await receive(counter.call);
    await counter.moveToMachine(OTHER);
    for (const [station, code] of [
      [1, 'station-used'],
      [0, 'malformed'],
      [20, 'malformed'],
      [1.5, 'malformed'],
    ] as const) {
      expect(refusalOf(await counter.call('numbers.takeStation', { station }))).toEqual({ code });
    }
    expect(await counter.call('numbers.takeStation', { station: 3 })).toMatchObject({
      ok: true,
      value: { counter: { station: 3 }, numbers: { state: 'sound' } },
    });
    const next = (await receive(counter.call)).dossier;
    expect(Number(next.intake?.dossierNumber.slice(-4))).toBeGreaterThan(1_000);
    expect(next.id.slice(5, 7)).toBe('03');
    expect(next.intake?.log).not.toContain(dossier.intake?.log ?? '');
    await counter.restart();
    expect((await receive(counter.call)).dossier.id.slice(5, 7)).toBe('03');
  });

  test('a clone whose disk names the same system is told by its network adapters', async () => {
    const counter = await openTestCounter();
    await receive(counter.call);
    await counter.moveToMachine({ system: 'test-system', adapters: ['other-adapter'] });
    expect((await counter.call('app.state', {})).numbers.state).toBe('other-machine');
  });

  test('a computer that was given one more adapter, or lost one of two, is the same', async () => {
    const counter = await openTestCounter();
    await counter.moveToMachine({ system: 'test-system', adapters: ['test-adapter', 'dongle'] });
    await counter.moveToMachine({ system: 'test-system', adapters: ['dongle'] });
    await counter.moveToMachine({ system: 'test-system', adapters: [] });
    expect((await numberOf(counter)).slice(-4)).toBe('0001');
    expect((await counter.call('app.state', {})).numbers.state).toBe('sound');
  });

  test('a station is not taken where none is needed', async () => {
    const counter = await openTestCounter();
    expect(refusalOf(await counter.call('numbers.takeStation', { station: 4 }))).toEqual({ code: 'not-needed' });
  });
});
