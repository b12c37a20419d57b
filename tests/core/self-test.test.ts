import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { localMoment } from '../../domain/plain-date.ts';
import { SELF_TEST_STEPS, SELF_TEST_VERDICTS, type SelfTestView } from '../../electron/contract/self-test-commands.ts';
import { openLog } from '../../electron/core/log.ts';
import { SelfTest } from '../../electron/core/self-test.ts';
import { SELF_TEST, type SelfTestBench } from '../../electron/core/self-test-steps.ts';
import { startVirtualPrinter } from '../../printing/virtual-printer.ts';
import { choosePrinter, openTestCounter, receive, type TestCounter } from '../support/counter.ts';
import { temporaryFolder } from '../support/store.ts';

async function tested(counter: TestCounter): Promise<SelfTestView> {
  await counter.call('selfTest.run', {});
  await counter.until(async () => (await counter.call('selfTest.state', {})).running === undefined);
  return counter.call('selfTest.state', {});
}

const codeOf = ({ findings }: SelfTestView, step: string) => findings.find((finding) => finding.step === step)?.code;

test('before anybody asked for it nothing was tested', async () => {
  const counter = await openTestCounter();
  expect(await counter.call('selfTest.state', {})).toEqual({ findings: [] });
});

test('every step is done once, in its order, and says what it found', async () => {
  const counter = await openTestCounter();
  const view = await tested(counter);
  expect(view.findings.map(({ step }) => step)).toEqual(SELF_TEST_STEPS);
  expect(view.begunAt).toBe('2020-04-20T08:00');
  expect(view.findings.map(({ code }) => code)).toEqual([
    'data-sound',
    'space-enough',
    'backup-none-yet',
    'clock-alone',
    'printer-none',
    'key-none',
    'server-none',
    'versions-read',
    'commit-quick',
  ]);
});

test('a backup that was made is found, with its age', async () => {
  const counter = await openTestCounter();
  await receive(counter.call);
  await counter.call('backup.now', {});
  await counter.until(async () => (await counter.call('backup.state', {})).running === undefined);
  const view = await tested(counter);
  expect(view.findings.find(({ step }) => step === 'backup')).toMatchObject({
    code: 'backup-one-place',
    at: '2020-04-20T08:00',
  });
});

test('a place for backups that cannot be written is found, whatever lies there', async () => {
  const counter = await openTestCounter();
  writeFileSync(path.join(counter.folder, 'counter', 'backups'), 'in the way');
  expect(codeOf(await tested(counter), 'backup')).toBe('backup-place-closed');
});

test('a printer that answers is ready; one that is not there is trouble with its reason', async () => {
  const printer = await startVirtualPrinter({ port: 0 });
  onTestFinished(() => printer.close());
  const counter = await openTestCounter();
  await choosePrinter(counter.call, { kind: 'tcp', host: printer.host, port: printer.port });
  expect(codeOf(await tested(counter), 'printer')).toBe('printer-ready');
  await printer.close();
  expect((await tested(counter)).findings.find(({ step }) => step === 'printer')).toMatchObject({
    code: 'printer-trouble',
    printTrouble: 'printer-unreachable',
  });
});

test('a clock that went back is found', async () => {
  const counter = await openTestCounter();
  await receive(counter.call);
  counter.setClock('2020-04-18T08:00');
  expect(codeOf(await tested(counter), 'clock')).toBe('clock-suspect');
});

test('a trial has neither backups nor a key that could be tested', async () => {
  const counter = await openTestCounter({ setUp: false });
  await counter.call('trial.start', {});
  const view = await tested(counter);
  expect([codeOf(view, 'backup'), codeOf(view, 'key')]).toEqual(['backup-of-trial', 'key-of-trial']);
});

test('a step that breaks is a failed finding, and the next ones follow', async () => {
  let isDone = (): void => undefined;
  const done = new Promise<void>((resolve) => (isDone = resolve));
  const steps = { ...SELF_TEST, ...stepsThatPass(), data: () => Promise.reject(new Error('broken')) };
  const selfTest = new SelfTest({
    log: openLog(temporaryFolder(), () => 0),
    tell: () => selfTest.view().running ?? isDone(),
    steps,
  });
  selfTest.begin(NO_BENCH, localMoment('2020-04-20T08:00'));
  await done;
  expect(selfTest.view().findings.map(({ code }) => code)).toEqual([
    'step-broke',
    ...SELF_TEST_STEPS.slice(1).map(() => 'versions-read'),
  ]);
  expect(SELF_TEST_VERDICTS['step-broke']).toBe('failed');
});

test('one that is under way is not begun again', async () => {
  const counter = await openTestCounter();
  await counter.call('selfTest.run', {});
  await counter.call('selfTest.run', {});
  await counter.until(async () => (await counter.call('selfTest.state', {})).running === undefined);
  expect((await counter.call('selfTest.state', {})).findings).toHaveLength(SELF_TEST_STEPS.length);
});

test('the report is written where the clerk wants it, as an old editor of Windows reads it', async () => {
  const file = path.join(temporaryFolder(), 'report.txt');
  const keyStore = new Map([['save-file', Buffer.from(file).toString('base64')]]);
  const counter = await openTestCounter({ keyStore });
  expect(await counter.call('selfTest.save', { text: 'Tự kiểm tra\nĐạt' })).toEqual({ ok: true, value: null });
  expect(readFileSync(file, 'utf8')).toBe('\uFEFFTự kiểm tra\r\nĐạt');
});

test('a dialog that was closed saves nothing, and a place that cannot be written is said', async () => {
  const counter = await openTestCounter();
  expect(await counter.call('selfTest.save', { text: 'x' })).toMatchObject({ refusal: { code: 'no-file' } });
  const nowhere = Buffer.from(path.join(temporaryFolder(), 'not', 'there.txt')).toString('base64');
  const other = await openTestCounter({ keyStore: new Map([['save-file', nowhere]]) });
  expect(await other.call('selfTest.save', { text: 'x' })).toMatchObject({ refusal: { code: 'file-not-written' } });
});

/** Of no use to steps that look at nothing. */
const NO_BENCH = {} as SelfTestBench;

function stepsThatPass(): typeof SELF_TEST {
  const entries = SELF_TEST_STEPS.map((step) => [step, () => ({ code: 'versions-read' })]);
  return Object.fromEntries(entries) as typeof SELF_TEST;
}
