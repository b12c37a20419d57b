import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { get, jobState, openTestCounter, receive, refusalOf } from '../support/counter.ts';

const TODAY = '2026-11-24T09:00';

function trialFolder(folder: string): string {
  return path.join(folder, 'trial');
}

describe('a trial', () => {
  test('opens before anything is set up, on a Monday morning of its own', async () => {
    const { call } = await openTestCounter({ now: TODAY, setUp: false });
    expect((await call('app.state', {})).mode).toBe('none');
    const state = get(await call('trial.start', {}));
    expect(state).toMatchObject({
      mode: 'trial',
      now: '2020-04-20T07:45',
      clockQuality: 'free',
      counter: { unit: { code: '08305', name: 'Xã Xuân Viên', sample: true }, station: 1 },
      printer: { choice: { kind: 'virtual' } },
      sync: { status: 'no-server' },
    });
  });

  test('receives, prints and hands out sample numbers only', async () => {
    const counter = await openTestCounter({ now: TODAY, setUp: false });
    await counter.call('trial.start', {});
    const { dossier, printJobId } = await receive(counter.call);
    expect(dossier.intake?.dossierNumber).toMatch(/^000\.86\.22\.H44-200420-0001$/);
    await counter.until(async () => (await jobState(counter.call, printJobId)) === 'confirmed');
    expect(existsSync(path.join(trialFolder(counter.folder), 'slips'))).toBe(true);
  });

  test('runs on by the time that passes, also while the program is closed, and never back', async () => {
    const counter = await openTestCounter({ now: TODAY, setUp: false });
    await counter.call('trial.start', {});
    counter.setClock('2026-11-24T10:30');
    const { dossier } = await receive(counter.call);
    expect(dossier.intake?.receivedAt).toBe('2020-04-20T09:15');
    counter.setClock('2026-11-25T09:00');
    await counter.restart();
    expect(await counter.call('app.state', {})).toMatchObject({ mode: 'trial', now: '2020-04-21T07:45' });
    counter.setClock('2019-01-01T00:00');
    expect((await counter.call('app.state', {})).now).toBe('2020-04-21T07:45');
    await counter.restart();
    expect((await counter.call('app.state', {})).now).toBe('2020-04-20T09:15');
    counter.setClock('2019-01-01T00:20');
    expect((await counter.call('app.state', {})).now).toBe('2020-04-20T09:35');
  });

  test('is removed by one act, and the next one begins empty', async () => {
    const { call, folder } = await openTestCounter({ now: TODAY, setUp: false });
    await call('trial.start', {});
    await receive(call);
    expect(get(await call('trial.end', {})).mode).toBe('none');
    expect(existsSync(trialFolder(folder))).toBe(false);
    get(await call('trial.start', {}));
    expect((await call('dossier.list', { view: 'waiting', limit: 5 })).total).toBe(0);
  });

  test('leaves the real counter as it was', async () => {
    const { call, setClock } = await openTestCounter();
    const real = await receive(call);
    await call('trial.start', {});
    expect(await call('dossier.get', { id: real.dossier.id })).toBeNull();
    await receive(call);
    get(await call('trial.end', {}));
    setClock('2020-04-20T11:00');
    const next = await receive(call);
    expect(next.dossier.intake?.dossierNumber).toMatch(/^000\.05\.22\.H44-200420-0002$/);
    expect((await call('dossier.list', { view: 'waiting', limit: 5 })).total).toBe(2);
  });

  test('is never linked to a server', async () => {
    const { call } = await openTestCounter({ setUp: false });
    await call('trial.start', {});
    const refused = await call('sync.enrol', { serverUrl: 'https://example.invalid', code: 'ABCD' });
    expect(refusalOf(refused)).toEqual({ code: 'not-in-trial' });
  });

  test('asked for twice at once is one trial; ended twice is ended once', async () => {
    const { call } = await openTestCounter({ setUp: false });
    const states = await Promise.all([call('trial.start', {}), call('trial.start', {})]);
    expect(states.map((state) => get(state).mode)).toEqual(['trial', 'trial']);
    const ends = await Promise.all([call('trial.end', {}), call('trial.end', {})]);
    expect(ends.map((end) => get(end).mode)).toEqual(['none', 'none']);
  });

  test('that was ended while the program died does not come back', async () => {
    const counter = await openTestCounter();
    mkdirSync(trialFolder(counter.folder));
    writeFileSync(path.join(trialFolder(counter.folder), 'counter.db'), '');
    await counter.restart();
    expect((await counter.call('app.state', {})).mode).toBe('real');
    await counter.close();
    expect(existsSync(trialFolder(counter.folder))).toBe(false);
  });
});

test('a trial that cannot be opened any more does not stand in the way of the real counter', async () => {
  const first = await openTestCounter({ setUp: false });
  await first.call('trial.start', {});
  await first.close();
  writeFileSync(path.join(first.folder, 'trial', 'counter.db'), 'x'.repeat(8_192));
  const again = await openTestCounter({ folder: first.folder, setUp: false });
  expect((await again.call('app.state', {})).mode).toBe('none');
});
