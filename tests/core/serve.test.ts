import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { get, intake, openTestCounter, receive } from '../support/counter.ts';

describe('a question', () => {
  test('nobody knows is answered so', async () => {
    const { ask } = await openTestCounter();
    for (const name of ['dossier.delete', 'constructor', '']) {
      expect(await ask(name, {})).toMatchObject({ ok: false, fault: { code: 'unknown-command' } });
    }
  });

  test('with the wrong input is refused before anything looks at it, without a word of what was typed', async () => {
    const { ask } = await openTestCounter();
    const wrong: readonly (readonly [string, unknown])[] = [
      ['app.state', { more: 1 }],
      ['dossier.receive', { commandId: 'no uuid', form: intake() }],
      ['dossier.receive', { commandId: randomUUID(), form: { ...intake(), sets: 'Nguyễn Thị Đào' } }],
      ['dossier.get', { id: 'Nguyễn Thị Đào' }],
      ['dossier.list', { view: 'all', limit: 10 }],
      ['dossier.find', { query: 'x', limit: 1_000_000 }],
      ['print.settle', { jobId: 1, answer: 'maybe' }],
      ['dossier.scan', null],
    ];
    for (const [name, input] of wrong) {
      const reply = await ask(name, input);
      expect(reply).toMatchObject({ ok: false, fault: { code: 'bad-input' } });
      expect(JSON.stringify(reply)).not.toContain('Nguyễn');
    }
  });

  test('that breaks the machine is a fault with a code, keeps nothing, and puts no citizen’s data into the log', async () => {
    let isBroken = true;
    const chance = (): number => {
      if (isBroken) throw new TypeError('no chance for Nguyễn Thị Đào', { cause: new Error('0912345678') });
      return 0.5;
    };
    const { ask, call, folder } = await openTestCounter({ chance });
    const command = { commandId: randomUUID(), form: intake() };
    const reply = await ask('dossier.receive', command);
    expect(reply).toMatchObject({ ok: false, fault: { code: 'core-failed', detail: 'TypeError' } });
    const log = readFileSync(path.join(folder, 'logs', 'core.log'), 'utf8');
    expect(log).toContain('"event":"dossier.receive failed"');
    expect(log).toContain('serve.test.ts');
    expect(log).not.toMatch(/Đào|0912345678|\//);
    isBroken = false;
    const { dossier } = get(await call('dossier.receive', command));
    expect(dossier.intake?.registerBook.number).toBe(1);
  });
});

describe('pushes', () => {
  test('say what to look at again, once for all that happened in one turn', async () => {
    const counter = await openTestCounter();
    const ofDossiers = () => counter.pushes.filter(({ topics }) => topics.includes('dossiers'));
    await counter.until(() => Promise.resolve(ofDossiers().length === 1));
    expect(ofDossiers()[0]?.topics.toSorted()).toEqual(['app', 'backup', 'dossiers', 'print', 'sync']);
    await Promise.all([receive(counter.call), receive(counter.call)]);
    await counter.until(() => Promise.resolve(ofDossiers().length === 2));
    expect(ofDossiers()[1]?.topics.toSorted()).toEqual(['dossiers', 'print']);
  });
});

describe('procedures', () => {
  test('are those in force today, and each says when its result would be ready', async () => {
    const { call, setClock } = await openTestCounter();
    const list = await call('procedure.list', {});
    expect(list.length).toBeGreaterThan(10);
    expect(get(await call('appointment.preview', { procedureCode: '1.001193' }))).toMatchObject({
      now: '2020-04-20T08:00',
      appointment: { at: '2020-04-20T17:30', basis: { kind: 'same-day' } },
    });
    expect(await call('appointment.preview', { procedureCode: '9.9' })).toMatchObject({
      refusal: { code: 'procedure-not-in-force' },
    });
    setClock('2019-12-31T08:00');
    expect(await call('procedure.list', {})).toEqual([]);
  });
});
