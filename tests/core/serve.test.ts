import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Handlers } from '../../electron/contract/commands.ts';
import type { Fault, Reply } from '../../electron/contract/envelope.ts';
import { PUSH_TOPICS } from '../../electron/contract/pushes.ts';
import { type Answering, answering } from '../../electron/core/serve.ts';
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

describe('whether a question may be asked', () => {
  const NOT_SIGNED_IN: Fault = { code: 'not-signed-in', detail: 'sync.now' };
  const SYNC_NOW = { type: 'request', id: 7, name: 'sync.now', input: {} } as const;

  function served(by: Answering, syncNow = vi.fn(() => null)) {
    const failure = vi.fn();
    // Nothing else is asked here.
    const handlers = { 'sync.now': syncNow } as Partial<Handlers> as Handlers;
    return { syncNow, failure, answer: answering(handlers, { note: vi.fn(), failure }, by) };
  }

  test('is asked by its name, and where nothing speaks against it its handler answers', async () => {
    const admit = vi.fn(() => undefined);
    const { answer, syncNow } = served({ admit });
    expect(await answer(SYNC_NOW)).toEqual({ type: 'reply', id: 7, ok: true, output: null });
    expect(admit).toHaveBeenCalledExactlyOnceWith('sync.now');
    expect(syncNow).toHaveBeenCalledOnce();
  });

  test('and may not be: its handler never runs, and nothing is said to have begun', async () => {
    const onRequest = vi.fn(() => () => undefined);
    const { answer, syncNow, failure } = served({ admit: () => NOT_SIGNED_IN, onRequest });
    expect(await answer(SYNC_NOW)).toEqual({ type: 'reply', id: 7, ok: false, fault: NOT_SIGNED_IN });
    for (const silent of [syncNow, onRequest, failure]) expect(silent).not.toHaveBeenCalled();
  });

  test('matters to none that is wrong anyway', async () => {
    const { answer } = served({ admit: () => NOT_SIGNED_IN });
    const codeOf = (reply: Reply) => (reply.ok ? 'answered' : reply.fault.code);
    expect(codeOf(await answer({ ...SYNC_NOW, name: 'sync.never' }))).toBe('unknown-command');
    expect(codeOf(await answer({ ...SYNC_NOW, input: { more: 1 } }))).toBe('bad-input');
  });

  test('and it breaks: what was told of the question is told of the error', async () => {
    const broken = new TypeError('broken');
    const onFailure = vi.fn();
    const syncNow = vi.fn(() => {
      throw broken;
    });
    const { answer, failure } = served({ onRequest: () => onFailure }, syncNow);
    expect(await answer(SYNC_NOW)).toMatchObject({ ok: false, fault: { code: 'core-failed', detail: 'TypeError' } });
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(broken);
    expect(failure).toHaveBeenCalledExactlyOnceWith('sync.now failed', broken);
  });

  test('is decided by who is at the counter', async () => {
    const { call, ask } = await openTestCounter();
    await receive(call);
    await call('account.signOut', {});
    const command = { commandId: randomUUID(), form: intake() };
    const fault = { code: 'not-signed-in', detail: 'dossier.receive' };
    expect(await ask('dossier.receive', command)).toMatchObject({ ok: false, fault });
    expect(await ask('app.state', {})).toMatchObject({ ok: true });
  });
});

describe('pushes', () => {
  test('say what to look at again, once for all that happened in one turn', async () => {
    const counter = await openTestCounter();
    // The set-up takes several turns; the last thing it says is to look at everything.
    const isOfAll = () => counter.pushes.at(-1)?.topics.length === PUSH_TOPICS.length;
    await counter.until(() => Promise.resolve(isOfAll()));
    const before = counter.pushes.length;
    await Promise.all([receive(counter.call), receive(counter.call)]);
    await counter.until(() => Promise.resolve(counter.pushes.length > before));
    const [push, ...more] = counter.pushes.slice(before);
    expect(push?.topics.toSorted()).toEqual(['dossiers', 'print']);
    expect(more).toEqual([]);
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
