import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type PrintedSlip, startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { startMoodyPrinter } from '../support/moody-printer.ts';
import { choosePrinter, get, jobState, openTestCounter, receive, type TestCounter } from '../support/counter.ts';

async function printer(): Promise<VirtualPrinter & { readonly slips: readonly PrintedSlip[] }> {
  const slips: PrintedSlip[] = [];
  const started = await startVirtualPrinter({ port: 0, onSlip: (slip) => slips.push(slip) });
  onTestFinished(() => started.close());
  return { ...started, slips };
}

async function jobOf(counter: TestCounter, jobId: number) {
  return (await counter.call('print.jobs', {})).find(({ id }) => id === jobId);
}

const untilState = (counter: TestCounter, jobId: number, state: string): Promise<void> =>
  counter.until(async () => (await jobState(counter.call, jobId)) === state);

const untilTrouble = (counter: TestCounter, jobId: number, trouble: string): Promise<void> =>
  counter.until(async () => (await jobOf(counter, jobId))?.trouble === trouble);

describe('a slip that waited too long', () => {
  test('is not spat out by a printer that is switched on later: a person sends it, or gives it up', async () => {
    const off = await printer();
    await off.close();
    const counter = await openTestCounter({ setUp: { printer: { kind: 'tcp', host: '127.0.0.1', port: off.port } } });
    const first = await receive(counter.call);
    const second = await receive(counter.call);
    await untilTrouble(counter, first.printJobId, 'printer-unreachable');
    counter.setClock('2020-04-20T08:11');
    const on = await printer();
    await choosePrinter(counter.call, { kind: 'tcp', host: on.host, port: on.port });
    await untilState(counter, second.printJobId, 'failed');
    expect(await jobOf(counter, first.printJobId)).toMatchObject({ state: 'failed', trouble: 'waited-too-long' });
    expect((await counter.call('app.state', {})).printer).toMatchObject({ waiting: 0, needsAttention: 2 });
    expect(on.slips).toEqual([]);

    // It waits from now on, not from when it was issued.
    get(await counter.call('print.settle', { jobId: first.printJobId, answer: 'print-now' }));
    await untilState(counter, first.printJobId, 'confirmed');
    get(await counter.call('print.settle', { jobId: second.printJobId, answer: 'cancel' }));
    expect(await jobState(counter.call, second.printJobId)).toBe('cancelled');
    expect(on.slips).toHaveLength(1);
  });

  test('where there is no printer at all is nobody’s worry, and is printed when somebody asks for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const counter = await openTestCounter();
    const { printJobId } = await receive(counter.call);
    counter.setClock('2020-04-20T08:10');
    vi.advanceTimersByTime(60_000);
    await untilState(counter, printJobId, 'failed');
    expect(await jobOf(counter, printJobId)).toMatchObject({ trouble: 'no-printer' });
    expect((await counter.call('app.state', {})).printer).toMatchObject({ waiting: 0, needsAttention: 0 });
    const on = await printer();
    await choosePrinter(counter.call, { kind: 'tcp', host: on.host, port: on.port });
    get(await counter.call('print.settle', { jobId: printJobId, answer: 'print-now' }));
    await untilState(counter, printJobId, 'confirmed');
  });
});

describe('a printer that says what is wrong with it', () => {
  test.each(['paper-out', 'cover-open', 'offline'] as const)('before a job keeps it waiting: %s', async (trouble) => {
    const slow = await printer();
    slow.setCondition(trouble);
    const counter = await openTestCounter({
      setUp: { printer: { kind: 'tcp', host: slow.host, port: slow.port } },
    });
    const { printJobId } = await receive(counter.call);
    await untilTrouble(counter, printJobId, trouble);
    expect(await jobOf(counter, printJobId)).toMatchObject({ state: 'queued' });
    expect(await counter.call('printer.ask', { printer: 'slip' })).toEqual({ kind: 'trouble', trouble });
    expect(slow.slips).toEqual([]);
    slow.setCondition('ready');
    expect(await counter.call('printer.ask', { printer: 'slip' })).toMatchObject({ kind: 'ready' });
    // The next slip sends both.
    const next = await receive(counter.call);
    await untilState(counter, next.printJobId, 'confirmed');
    expect(await jobState(counter.call, printJobId)).toBe('confirmed');
    expect(slow.slips).toHaveLength(2);
  });
});

test('a slip that was given up while it waited does not come out', async () => {
  const counter = await openTestCounter();
  const { printJobId } = await receive(counter.call);
  get(await counter.call('print.settle', { jobId: printJobId, answer: 'cancel' }));
  const on = await printer();
  await choosePrinter(counter.call, { kind: 'tcp', host: on.host, port: on.port });
  const next = await receive(counter.call);
  await untilState(counter, next.printJobId, 'confirmed');
  expect(await jobState(counter.call, printJobId)).toBe('cancelled');
  expect(on.slips).toHaveLength(1);
});

test('a slip that is through stays so, whatever is said of it', async () => {
  const on = await printer();
  const counter = await openTestCounter({ setUp: { printer: { kind: 'tcp', host: on.host, port: on.port } } });
  const { printJobId } = await receive(counter.call);
  await untilState(counter, printJobId, 'confirmed');
  for (const answer of ['print-now', 'paper-is-out', 'cancel'] as const) {
    get(await counter.call('print.settle', { jobId: printJobId, answer }));
    expect(await jobState(counter.call, printJobId)).toBe('confirmed');
  }
  expect(on.slips).toHaveLength(1);
});

test('a test page shows what the printer prints, by the name the clerk knows it', async () => {
  const on = await printer();
  const counter = await openTestCounter({ setUp: { printer: { kind: 'tcp', host: on.host, port: on.port } } });
  const { jobId } = get(await counter.call('print.slip', { slip: 'test' }));
  await untilState(counter, jobId, 'confirmed');
  expect(await jobOf(counter, jobId)).toMatchObject({ paper: 'test-slip', about: '', copyNo: 1 });
});

test('another model of printer draws the slip anew for its own head', async () => {
  const counter = await openTestCounter();
  const { printJobId } = await receive(counter.call);
  const before = await counter.call('print.picture', { jobId: printJobId });
  const on = await printer();
  const choice = { kind: 'tcp', host: on.host, port: on.port } as const;
  get(await counter.call('printer.choose', { choice, modelId: 'epson-tm-180dpi' }));
  await untilState(counter, printJobId, 'confirmed');
  expect(on.slips[0]).toMatchObject({ widthDots: 512 });
  expect(await counter.call('print.picture', { jobId: printJobId })).not.toBe(before);
  expect((await counter.call('app.state', {})).printer).toMatchObject({
    modelId: 'epson-tm-180dpi',
    paperWidthMm: 80,
  });
});

test('a clock that is put back does not make an old slip young', async () => {
  const off = await printer();
  await off.close();
  const counter = await openTestCounter({ setUp: { printer: { kind: 'tcp', host: '127.0.0.1', port: off.port } } });
  const { printJobId } = await receive(counter.call);
  await untilTrouble(counter, printJobId, 'printer-unreachable');
  counter.setClock('2020-04-19T16:00');
  const on = await printer();
  await choosePrinter(counter.call, { kind: 'tcp', host: on.host, port: on.port });
  await untilState(counter, printJobId, 'failed');
  expect(on.slips).toEqual([]);
});

test('the first slip after a start ends what the printer may still be waiting for', async () => {
  const moody = await startMoodyPrinter();
  moody.mood = { kind: 'resets', afterBytes: 20_000 };
  const choice = { kind: 'tcp', host: '127.0.0.1', port: moody.port } as const;
  const counter = await openTestCounter({ setUp: { printer: choice } });
  const broken = await receive(counter.call);
  await untilState(counter, broken.printJobId, 'unknown');
  await counter.restart();
  moody.mood = { kind: 'prints' };
  const next = await receive(counter.call);
  await untilState(counter, next.printJobId, 'confirmed');
  const again = await receive(counter.call);
  await untilState(counter, again.printJobId, 'confirmed');
  const [, first, second] = moody.taken.filter(({ length }) => length > 0);
  expect(first?.subarray(0, 9_216).every((byte) => byte === 0)).toBe(true);
  expect(second?.[0]).not.toBe(0);
});
