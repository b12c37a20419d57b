import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  LineReader,
  openSerialScanner,
  serialPorts,
  type SerialScanner,
  type SerialScannerState,
} from '../../electron/core/serial-scanner.ts';
import { ensureProgram } from '../../scripts/system-packages.ts';
import { Cable } from '../support/serial-cable.ts';
import { temporaryFolder } from '../support/store.ts';

const CODE = '0831103260000123';
const CARD = '025190001234||Lê Thị Na|01021990|Nữ|Khu 5, Trung Sơn, Phú Thọ|10052021';

type Heard = {
  readonly cable: Cable;
  readonly scanner: SerialScanner;
  readonly texts: readonly string[];
  readonly states: readonly SerialScannerState[];
};

async function scannerAt({ isPlugged = true } = {}): Promise<Heard> {
  const cable = new Cable(temporaryFolder());
  if (isPlugged) await cable.plugIn();
  const texts: string[] = [];
  const states: SerialScannerState[] = [];
  const scanner = openSerialScanner(cable.counterEnd, {
    onText: (text) => texts.push(text),
    onState: (state) => states.push(state),
  });
  onTestFinished(async () => {
    await scanner.close();
    await cable.unplug();
  });
  if (isPlugged) await expect.poll(() => scanner.state()).toBe('open');
  return { cable, scanner, texts, states };
}

beforeAll(() => ensureProgram({ program: 'socat', debianPackage: 'socat' }), 120_000);

describe('a scanner at a serial port', () => {
  test.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CR and LF', '\r\n'],
  ])('is heard line by line when it ends them with %s', async (_name, end) => {
    const { cable, texts } = await scannerAt();
    await cable.send(`${CODE}${end}`, `${CODE}${end}`);
    await expect.poll(() => texts).toEqual([CODE, CODE]);
  });

  test('is heard after a pause when it ends its lines with nothing', async () => {
    const { cable, texts } = await scannerAt();
    await cable.send(CODE);
    await expect.poll(() => texts).toEqual([CODE]);
  });

  test('reads a citizen card with every mark, in whatever pieces it comes', async () => {
    const { cable, texts } = await scannerAt();
    const bytes = Buffer.from(`${CARD}\r`);
    // In the middle of a letter of three bytes.
    const cut = bytes.indexOf('ị') + 1;
    await cable.send(bytes.subarray(0, cut), bytes.subarray(cut));
    await expect.poll(() => texts).toEqual([CARD]);
  });

  test('that is unplugged and plugged in again is heard again', async () => {
    const { cable, scanner, texts, states } = await scannerAt();
    await cable.unplug();
    await expect.poll(() => scanner.state()).toBe('no-port');
    await cable.plugIn();
    await expect.poll(() => scanner.state(), { timeout: 8_000 }).toBe('open');
    await cable.send(`${CODE}\r`);
    await expect.poll(() => texts).toEqual([CODE]);
    expect(states).toEqual(['open', 'no-port', 'open']);
  });

  test('that is plugged in after the start of the counter is found', async () => {
    const { cable, scanner } = await scannerAt({ isPlugged: false });
    await expect.poll(() => scanner.state()).toBe('no-port');
    await cable.plugIn();
    await expect.poll(() => scanner.state(), { timeout: 8_000 }).toBe('open');
  });

  test('is let go when it is closed: another program may open the port, and nothing is heard any more', async () => {
    const { cable, scanner, texts } = await scannerAt();
    await scanner.close();
    expect(scanner.state()).toBe('closed');
    const other: string[] = [];
    const second = openSerialScanner(cable.counterEnd, {
      onText: (text) => other.push(text),
      onState: () => undefined,
    });
    onTestFinished(() => second.close());
    await expect.poll(() => second.state()).toBe('open');
    await cable.send(`${CODE}\r`);
    await expect.poll(() => other).toEqual([CODE]);
    expect(texts).toEqual([]);
  });

  test('that was closed before its port was there never opens it', async () => {
    const { cable, scanner, states } = await scannerAt({ isPlugged: false });
    await scanner.close();
    await cable.plugIn();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(scanner.state()).toBe('closed');
    expect(states.at(-1)).toBe('closed');
  });
});

test('the ports of this machine are listed, or it is said that there can be none', async () => {
  const ports = await serialPorts();
  for (const port of ports ?? []) expect(port.path).not.toBe('');
});

describe('lines', () => {
  function linesOf(...pieces: readonly (string | Uint8Array)[]): readonly string[] {
    const lines: string[] = [];
    const reader = new LineReader((text) => lines.push(text));
    for (const piece of pieces) reader.take(Buffer.from(piece));
    return lines;
  }

  test('that are empty are nothing', () => {
    expect(linesOf('\r\n\r\n', `${CODE}\r\n`)).toEqual([CODE]);
  });

  test('longer than any code are dropped whole, and the next is heard', () => {
    expect(linesOf('x'.repeat(5_000), `${'9'.repeat(16)}\r`, `${CODE}\r`)).toEqual([CODE]);
  });

  test('with control signs around the code lose them', () => {
    expect(linesOf(`\u0002${CODE}\u0003\r`)).toEqual([CODE]);
  });

  test('of noise are nothing', () => {
    expect(linesOf(Uint8Array.of(0x30, 0x00, 0x31, 0x01, 0x0d), `${CODE}\r`)).toEqual([CODE]);
  });
});
