import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureProgram } from '../../scripts/system-packages.ts';
import { get, openTestCounter, refusalOf, type TestCounter } from '../support/counter.ts';
import { Cable } from '../support/serial-cable.ts';
import { temporaryFolder } from '../support/store.ts';

const CODE = '0831103260000123';
const CARD = '025190001234||Lê Thị Na|01021990|Nữ|Khu 5, Trung Sơn, Phú Thọ|10052021';

beforeAll(() => ensureProgram({ program: 'socat', debianPackage: 'socat' }), 120_000);

async function counterWithScanner(): Promise<{ readonly counter: TestCounter; readonly cable: Cable }> {
  const cable = new Cable(temporaryFolder());
  await cable.plugIn();
  onTestFinished(() => cable.unplug());
  const counter = await openTestCounter();
  // By the name of a device: links that lead to one are none.
  const choice = { kind: 'serial', path: realpathSync(cable.counterEnd) } as const;
  get(await counter.call('scanner.choose', { choice }));
  await counter.until(async () => (await counter.call('app.state', {})).scanner.state === 'open');
  return { counter, cable };
}

describe('a scanner at a serial port', () => {
  test('gives what it reads to whoever asked, once, marks and all', async () => {
    const { counter, cable } = await counterWithScanner();
    const first = counter.call('scan.next', {});
    await cable.send(`${CODE}\r`);
    expect(await first).toEqual({ text: CODE });
    // Nobody asks at this moment; the next question is there at once.
    await cable.send(`${CARD}\r\n`);
    expect(await counter.call('scan.next', {})).toEqual({ text: CARD });
  });

  test('lets a question go that another one follows', async () => {
    const { counter, cable } = await counterWithScanner();
    const old = counter.call('scan.next', {});
    const next = counter.call('scan.next', {});
    expect(await old).toBeNull();
    await cable.send(`${CODE}\r`);
    expect(await next).toEqual({ text: CODE });
  });

  test('keeps nothing for later: what nobody fetched is gone, and no card is in a log or in the file', async () => {
    const { counter, cable } = await counterWithScanner();
    await cable.send(`${CARD}\r`);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const next = counter.call('scan.next', {});
    await cable.send(`${CODE}\r`);
    expect(await next).toEqual({ text: CODE });
    await counter.close();
    const kept = readdirSync(counter.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(kept.length).toBeGreaterThan(1);
    for (const content of kept) expect(content).not.toContain('025190001234');
  });

  test('is heard again after the next start, and let go when the keyboard is chosen', async () => {
    const { counter, cable } = await counterWithScanner();
    await counter.restart();
    await counter.until(async () => (await counter.call('app.state', {})).scanner.state === 'open');
    const next = counter.call('scan.next', {});
    await cable.send(`${CODE}\r`);
    expect(await next).toEqual({ text: CODE });
    get(await counter.call('scanner.choose', { choice: { kind: 'keyboard' } }));
    expect((await counter.call('app.state', {})).scanner).toEqual({ choice: { kind: 'keyboard' } });
  });
});

test('what is no serial port is refused by name, and nothing is opened', async () => {
  const { call } = await openTestCounter();
  for (const wrong of ['', '/etc/passwd', '/dev/../etc/passwd', '\\\\localhost\\POS80', 'tty']) {
    const choice = { kind: 'serial', path: wrong } as const;
    expect(refusalOf(await call('scanner.choose', { choice }))).toEqual({ code: 'malformed' });
  }
  expect((await call('app.state', {})).scanner).toEqual({ choice: { kind: 'keyboard' } });
});
