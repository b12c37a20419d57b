import fc from 'fast-check';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { profileFor, sendToPrinter, type SendOutcome } from '../../printing/send-to-printer.ts';
import { type FakePrinter, startFakePrinter } from './fake-printer.ts';

const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 80);
console.log(`send-to-printer-moods: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const TIMEOUTS = { connectMs: 5_000, statusMs: 40, stallMs: 80, replyMs: 60, lingerMs: 10_000 };
const QUESTION = '␝r␁';
const NEVER = Infinity;
const TROUBLES = { ready: 0x12, 'paper-out': 0x32, 'cover-open': 0x16, error: 0x52 };

const manners = fc.record({
  jobBytes: fc.constantFrom(100, 5_000, 80_000, 400_000),
  afterBrokenJob: fc.boolean(),
  status: fc.record({ realTime: fc.boolean(), automatic: fc.boolean(), afterJob: fc.constantFrom(true, true, false) }),
  before: fc.constantFrom('ready', 'ready', 'ready', 'silent', 'paper-out', 'cover-open', 'error'),
  chatters: fc.boolean(),
  isSlow: fc.boolean(),
  /** Where in the job, in thousandths, and how it ends. */
  cutAt: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.constant(NEVER)),
  cut: fc.constantFrom('fin', 'fin-and-stop', 'reset', 'stop', 'paper-out'),
  answer: fc.constantFrom('paper-there', 'paper-there', 'paper-ended', 'silent'),
});
type Manners = typeof manners extends fc.Arbitrary<infer T> ? T : never;

/** A printer that behaves as `how` says, until what it has received of the job reaches the cut. */
class OddPrinter {
  readonly #how: Manners;
  readonly #socket: Socket;
  readonly #take: (chunk: Uint8Array) => number;
  readonly #cutBytes: number;
  #isCut = false;
  #isMended = false;
  #received = '';

  constructor(how: Manners, socket: Socket, take: (chunk: Uint8Array) => number) {
    this.#how = how;
    this.#socket = socket;
    this.#take = take;
    this.#cutBytes = (how.jobBytes * how.cutAt) / 1_000;
    socket.on('data', (chunk) => this.#hear(chunk));
  }

  /** From now on it reads whatever comes. */
  goOn(): void {
    this.#isMended = true;
    this.#isCut = false;
    this.#socket.resume();
  }

  #hear(chunk: Uint8Array): void {
    const { chatters, isSlow } = this.#how;
    this.#take(chunk);
    if (chatters && !this.#isCut) this.#say(0x13, 0x11, 0x10, 0x00, 0x00, 0x0f);
    if (this.#isMended) return;
    this.#received += seen(chunk);
    this.#answerAtOnce(chunk);
    const job = jobIn(this.#received);
    if (job.length >= this.#cutBytes && job.length > 0) this.#breakOff();
    if (this.#isCut) return;
    if (job.endsWith(QUESTION)) this.#answerInTurn();
    if (isSlow) this.#rest();
  }

  #answerAtOnce(chunk: Uint8Array): void {
    const { before } = this.#how;
    if (before === 'silent' || chunk[0] !== 0x10 || this.#isCut) return;
    this.#say(chunk[2] === 2 ? TROUBLES[before] : 0x12);
  }

  #answerInTurn(): void {
    if (this.#how.answer !== 'silent') this.#say(this.#how.answer === 'paper-there' ? 0x00 : 0x0c);
  }

  #breakOff(): void {
    if (this.#isCut) return;
    this.#isCut = true;
    const { cut } = this.#how;
    if (cut === 'reset') this.#socket.resetAndDestroy();
    if (cut === 'fin' || cut === 'fin-and-stop') this.#socket.end();
    if (cut === 'paper-out') this.#say(0x18, 0x00, 0x0c, 0x0f);
    if (cut === 'fin-and-stop' || cut === 'stop' || cut === 'paper-out') this.#socket.pause();
  }

  #rest(): void {
    this.#socket.pause();
    setTimeout(() => this.#isCut || this.#socket.resume(), 1);
  }

  #say(...bytes: readonly number[]): void {
    if (this.#socket.writable) this.#socket.write(Uint8Array.from(bytes));
  }
}

/** Bytes as text in which control characters are seen. */
function seen(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCodePoint(byte < 0x20 ? 0x24_00 + byte : byte)).join('');
}

/** The inverse of {@link seen}. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => (sign.codePointAt(0) ?? 0) & 0x7f);
}

/** What came in, without the questions and what ends a broken job: the job, or as much of it as came. */
function jobIn(received: string): string {
  return received
    .replaceAll(/␐␄[␁␂␄]|␝a[␎␀]/gu, '')
    .replace(/^␀*(?:␛(?:@␊?)?)?/u, '')
    .replace(/(?:␐␄?|␝a?)$/u, '');
}

function jobOf({ jobBytes, status }: Manners): string {
  const letters = Array.from({ length: jobBytes }, (_, at) => String.fromCodePoint(0x41 + (at % 26))).join('');
  return status.afterJob ? letters + QUESTION : letters;
}

async function send(how: Manners): Promise<{ outcome: SendOutcome; printer: FakePrinter; goOn: () => void }> {
  const connections: OddPrinter[] = [];
  const printer = await startFakePrinter((socket, take) => connections.push(new OddPrinter(how, socket, take)));
  const outcome = await sendToPrinter({
    address: { kind: 'tcp', host: '127.0.0.1', port: printer.port },
    profile: { ...profileFor(80), status: how.status },
    bytes: bytesOf(jobOf(how)),
    afterBrokenJob: how.afterBrokenJob,
    timeouts: TIMEOUTS,
  });
  return { outcome, printer, goOn: () => connections.forEach((connection) => connection.goOn()) };
}

/** What the printer has in the end, once it reads on what lies in its hands. */
async function receivedInTheEnd(printer: FakePrinter, expected: string): Promise<string> {
  let received = jobIn(seen(printer.received()));
  for (let waited = 0; waited < 2_000 && received.length < expected.length; waited += 10) {
    await sleep(10);
    received = jobIn(seen(printer.received()));
  }
  return received;
}

/** Without showing hundreds of kilobytes. */
function expectWhole(received: string, job: string): void {
  expect(received.length).toBe(job.length);
  expect(received === job).toBe(true);
}

test('whatever a printer does, it got the job whole or the outcome says that nobody knows, or that it got nothing', async () => {
  const kinds: { [kind: string]: number } = {};
  await fc.assert(
    fc.asyncProperty(manners, async (how) => {
      const { outcome, printer, goOn } = await send(how);
      kinds[outcome.kind] = (kinds[outcome.kind] ?? 0) + 1;
      const job = jobOf(how);
      try {
        switch (outcome.kind) {
          case 'confirmed':
            expect(how).toMatchObject({ answer: 'paper-there', status: { afterJob: true } });
            expectWhole(jobIn(seen(printer.received())), job);
            break;
          case 'sent':
            goOn();
            expectWhole(await receivedInTheEnd(printer, job), job);
            break;
          case 'not-ready':
            expect(how.status.realTime).toBe(true);
            expect(outcome.reason).toBe(how.before);
            expect(seen(printer.received())).toMatch(/^␐␄␁␐␄␂(?:␐␄␄)?$/u);
            break;
          case 'refused':
            expect(jobIn(seen(printer.received()))).toBe('');
            break;
          default: {
            const received = jobIn(seen(printer.received()));
            expect(job.startsWith(received)).toBe(true);
            expect(outcome.bytesSent).toBeLessThanOrEqual(job.length);
          }
        }
      } finally {
        await printer.close();
      }
    }),
    { seed, numRuns },
  );
  console.log('send-to-printer-moods:', kinds);
  if (numRuns >= 80)
    expect(Object.keys(kinds)).toEqual(expect.arrayContaining(['confirmed', 'sent', 'not-ready', 'unknown']));
});
