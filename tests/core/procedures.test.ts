import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { PrintedPaper } from '../../domain/printed-paper.ts';
import { get, openTestCounter, refusalOf, type TestCounter } from '../support/counter.ts';

const BIRTH = '1.001193';

/** The paper that was asked for last, as it was frozen. */
function lastPaper({ folder }: TestCounter): PrintedPaper {
  const db = new Database(`${folder}/counter/counter.db`, { readonly: true });
  onTestFinished(() => void db.close());
  return JSON.parse(db.prepare<[], string>('SELECT paper FROM print_job ORDER BY id DESC').pluck().get() ?? 'null');
}

test('every version is told, also those that are over and those to come', async () => {
  const { call } = await openTestCounter({ now: '2020-04-20T08:00' });
  const inForce = await call('procedure.list', {});
  const all = await call('procedure.versions', {});
  expect(all.length).toBeGreaterThan(inForce.length);
  expect(all).toEqual(expect.arrayContaining([...inForce]));
});

test('a notice bears what the council set at that moment, and one of what is over is refused', async () => {
  const counter = await openTestCounter({ now: '2026-09-01T08:00' });
  const { call } = counter;
  const rules = await call('unitRules.get', {});
  get(await call('unitRules.set', { ...rules, councilAmounts: { [BIRTH]: { duty: 8_000 } } }));
  const asked = { form: 'procedure-notice', code: BIRTH, version: '2020-01-01' } as const;
  get(await call('print.form', { asked, to: 'printer' }));
  expect(lastPaper(counter)).toMatchObject({ procedure: { code: BIRTH }, councilAmounts: { duty: 8_000 } });

  const over = (await call('procedure.versions', {})).find(({ effectiveTo }) => effectiveTo !== undefined);
  const old = { form: 'procedure-notice', code: over?.code ?? '', version: over?.version ?? '' } as const;
  expect(refusalOf(await call('print.form', { asked: old, to: 'printer' }))).toEqual({ code: 'no-such-form' });
  const unknown = { ...asked, version: 'no such publication' };
  expect(refusalOf(await call('print.form', { asked: unknown, to: 'printer' }))).toEqual({ code: 'no-such-form' });
});

test('the list is of what is in force', async () => {
  const counter = await openTestCounter({ now: '2020-04-20T08:00' });
  const { call } = counter;
  get(await call('print.form', { asked: { form: 'procedure-list' }, to: 'file' }));
  const paper = lastPaper(counter);
  const inForce = await call('procedure.list', {});
  expect(paper.template === 'form/procedure-list/1' && paper.procedures.map(({ code }) => code)).toEqual(
    inForce.map(({ code }) => code),
  );
});
