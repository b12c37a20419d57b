import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { unreachable } from '../../../domain/result.ts';
import { type Answer, answerBytes } from './answers.ts';
import { BadQuestion, readStrictly, type StrictQuestion } from './strict-reading.ts';

/** How the printer is and behaves; a test changes it at any time. */
export type Manners = {
  accepting: boolean;
  /** What it says of itself unasked by any job. */
  stateReasons: string[];
  isStopped: boolean;
  isAtWork: boolean;
  paper: 'there' | 'out';
  formats: string[];
  media: string[];
  /** Whether a size can be asked for, and which it has. */
  sizes: (readonly [x: number, y: number])[];
  scalings: string[];
  versions: string[];
  /** Says "OK, on the paper I have" where the paper is not there, instead of refusing. */
  replacesPaper: boolean;
  /** How a job ends when nothing is in its way. */
  jobsEnd: 'completed' | 'aborted' | 'never';
  jobReasons: string[];
  forgetsJobs: boolean;
  cancelling: 'obeyed' | 'refused';
  /** Before each answer. */
  delayMs: number;
  /** Called when an answer is made, before it leaves. */
  onAnswer: (operation: string) => void;
  /** Spoils the answers to these operations. */
  spoil: Spoil | undefined;
};

export type Spoil = {
  readonly operations: readonly string[];
  readonly by:
    | { readonly kind: 'http-status'; readonly status: number }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
    /** Not even HTTP. */
    | { readonly kind: 'raw'; readonly bytes: Uint8Array }
    | { readonly kind: 'ipp-status'; readonly statusCode: string }
    | { readonly kind: 'drop'; readonly afterBytes: number }
    | { readonly kind: 'stops-reading'; readonly afterBytes: number }
    /** Bytes without end, the given ones over and over. */
    | { readonly kind: 'endless'; readonly bytes: Uint8Array }
    | { readonly kind: 'silence' };
};

export type TestJob = {
  readonly id: number;
  /** As it arrived. */
  readonly document: Uint8Array;
  readonly operationAttributes: StrictQuestion['operationAttributes'];
  readonly jobAttributes: StrictQuestion['jobAttributes'];
  state: 'pending' | 'processing' | 'processing-stopped' | 'canceled' | 'aborted' | 'completed';
};

export type TestPrinter = {
  readonly port: number;
  readonly uri: string;
  readonly manners: Manners;
  readonly jobs: readonly TestJob[];
  /** The operations in the order in which they were asked, whatever became of them. */
  readonly asked: readonly string[];
  /** What it found against the rules; a proper client leaves this empty. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};

type Description = { readonly [name: string]: unknown };

const PATH = '/ipp/print';
const IPP = { 'Content-Type': 'application/ipp' };
const PDF = 'application/pdf';
const ENDED = new Set<TestJob['state']>(['canceled', 'aborted', 'completed']);

function goodManners(): Manners {
  return {
    accepting: true,
    stateReasons: ['none'],
    isStopped: false,
    isAtWork: false,
    paper: 'there',
    formats: [PDF, 'application/octet-stream'],
    media: ['iso_a5_148x210mm', 'iso_a4_210x297mm'],
    sizes: [],
    scalings: ['auto', 'none'],
    versions: ['1.1', '2.0'],
    replacesPaper: false,
    jobsEnd: 'completed',
    jobReasons: ['none'],
    forgetsJobs: false,
    cancelling: 'obeyed',
    delayMs: 0,
    onAnswer: () => {},
    spoil: undefined,
  };
}

/** An IPP printer on this machine that refuses what the standard forbids and keeps what it printed. */
export async function startTestPrinter(
  wish: {
    readonly manners?: Partial<Manners>;
    readonly host?: string;
    readonly tls?: { readonly key: string; readonly cert: string };
  } = {},
): Promise<TestPrinter> {
  const { host = '127.0.0.1', tls } = wish;
  const printer = new Printer({ ...goodManners(), ...wish.manners });
  const serve = (request: IncomingMessage, response: ServerResponse): void => printer.serve(request, response);
  const server = tls ? createTlsServer(tls, serve) : createServer(serve);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // Clients break off; that is their right.
    socket.on('error', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  printer.uri = `${tls ? 'ipps' : 'ipp'}://${host.includes(':') ? `[${host}]` : host}:${address.port}${PATH}`;
  return {
    port: address.port,
    uri: printer.uri,
    manners: printer.manners,
    jobs: printer.jobs,
    asked: printer.asked,
    complaints: printer.complaints,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class Printer {
  uri = '';
  readonly manners: Manners;
  readonly jobs: TestJob[] = [];
  readonly asked: string[] = [];
  readonly complaints: string[] = [];

  constructor(manners: Manners) {
    this.manners = manners;
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      const spoil = this.#spoilFor(operationOf(chunks));
      if (spoil?.kind === 'drop' && length > spoil.afterBytes) request.socket.resetAndDestroy();
      if (spoil?.kind === 'stops-reading' && length > spoil.afterBytes) request.pause();
    });
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      this.asked.push(operationOf([body]) ?? '?');
      setTimeout(() => this.#respond({ request, response, body }), this.manners.delayMs);
    });
  }

  #respond({
    request,
    response,
    body,
  }: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly body: Buffer;
  }): void {
    const status = httpStatusOf(request);
    if (status !== 200) return void response.writeHead(status).end();
    const operation = operationOf([body]) ?? '?';
    const answer = answerBytes(this.#answer(body));
    this.manners.onAnswer(operation);
    const spoil = this.#spoilFor(operation);
    if (spoil) return spoiled({ socket: request.socket, response, spoil, answer });
    response.writeHead(200, IPP).end(answer);
  }

  #spoilFor(operation: string | undefined): Spoil['by'] | undefined {
    const { spoil } = this.manners;
    return operation !== undefined && spoil?.operations.includes(operation) ? spoil.by : undefined;
  }

  #answer(body: Buffer): Answer {
    try {
      const question = readStrictly(body);
      const spoil = this.#spoilFor(question.operation);
      const said = spoil?.kind === 'ipp-status' ? { statusCode: spoil.statusCode } : this.#answerTo(question);
      return { ...said, id: question.requestId, version: question.version };
    } catch (error) {
      if (!(error instanceof BadQuestion)) throw error;
      this.complaints.push(error.message);
      return { statusCode: error.statusCode, id: 1, version: '1.1' };
    }
  }

  #answerTo(question: StrictQuestion): Omit<Answer, 'id' | 'version'> {
    // Not a complaint: a newer client may try, and be told.
    if (!this.manners.versions.includes(question.version)) return { statusCode: 'server-error-version-not-supported' };
    if (question.operationAttributes['printer-uri'] !== this.uri) {
      throw new BadQuestion('another printer-uri', 'client-error-not-found');
    }
    if (question.document.length > 0 !== (question.operation === 'Print-Job')) {
      throw new BadQuestion(`${question.operation} with ${question.document.length} bytes of a document`);
    }
    switch (question.operation) {
      case 'Get-Printer-Attributes':
        return { statusCode: 'successful-ok', printer: this.#attributes() };
      case 'Validate-Job':
        return this.#judge(question) ?? { statusCode: 'successful-ok' };
      case 'Print-Job':
        return this.#judge(question) ?? this.#accept(question);
      case 'Get-Job-Attributes':
        return this.#tellOf(this.#jobOf(question));
      case 'Cancel-Job':
        return this.#cancel(this.#jobOf(question));
      default:
        return { statusCode: 'server-error-operation-not-supported' };
    }
  }

  #attributes(): Description {
    const { manners } = this;
    const isAtWork = manners.isAtWork || this.jobs.some(({ state }) => !ENDED.has(state));
    return {
      'printer-name': 'Máy in thử',
      'printer-state': manners.isStopped ? 'stopped' : isAtWork ? 'processing' : 'idle',
      'printer-state-reasons': [...manners.stateReasons, ...(manners.paper === 'out' ? ['media-empty-error'] : [])],
      'printer-is-accepting-jobs': manners.accepting,
      'document-format-supported': manners.formats,
      'media-supported': manners.media,
      'media-col-supported': manners.sizes.length > 0 ? ['media-size'] : [],
      'print-scaling-supported': manners.scalings,
      'sides-supported': ['one-sided', 'two-sided-long-edge'],
    };
  }

  #judge(question: StrictQuestion): Omit<Answer, 'id' | 'version'> | undefined {
    const format = question.operationAttributes['document-format'];
    if (typeof format !== 'string') throw new BadQuestion('no document-format');
    if (!this.manners.formats.includes(format)) return { statusCode: 'client-error-document-format-not-supported' };
    if (!this.manners.accepting) return { statusCode: 'server-error-not-accepting-jobs' };
    const unsupported = this.#unsupported(question.jobAttributes);
    if (unsupported === undefined) return undefined;
    if (!this.manners.replacesPaper) {
      return { statusCode: 'client-error-attributes-or-values-not-supported', unsupported };
    }
    return { statusCode: 'successful-ok-ignored-or-substituted-attributes', unsupported };
  }

  #unsupported(wishes: StrictQuestion['jobAttributes']): string | undefined {
    const { media, sizes, scalings } = this.manners;
    const has: Readonly<Record<string, (value: unknown) => boolean>> = {
      media: (value) => typeof value === 'string' && (media.length === 0 || media.includes(value)),
      'media-col': (value) =>
        sizes.some(([x, y]) =>
          Object.is(JSON.stringify(value), JSON.stringify({ 'media-size': { 'x-dimension': x, 'y-dimension': y } })),
        ),
      'print-scaling': (value) => typeof value === 'string' && scalings.includes(value),
      sides: (value) => value === 'one-sided',
    };
    return Object.entries(wishes).find(([name, value]) => !has[name]?.(value))?.[0];
  }

  #accept({ document, operationAttributes, jobAttributes }: StrictQuestion): Omit<Answer, 'id' | 'version'> {
    const id = this.jobs.length + 1;
    const job: TestJob = { id, document, operationAttributes, jobAttributes, state: 'pending' };
    this.jobs.push(job);
    return { statusCode: 'successful-ok', job: this.#descriptionOf(job) };
  }

  #jobOf({ operationAttributes }: StrictQuestion): TestJob | undefined {
    if (operationAttributes['job-id'] === undefined) throw new BadQuestion('no job-id');
    const job = this.jobs.find(({ id }) => id === operationAttributes['job-id']);
    return this.manners.forgetsJobs ? undefined : job;
  }

  /** A job goes one step on each time it is asked after. */
  #tellOf(job: TestJob | undefined): Omit<Answer, 'id' | 'version'> {
    if (!job) return { statusCode: 'client-error-not-found' };
    job.state = this.#nextState(job.state);
    return { statusCode: 'successful-ok', job: this.#descriptionOf(job) };
  }

  #nextState(state: TestJob['state']): TestJob['state'] {
    if (ENDED.has(state)) return state;
    if (this.manners.paper === 'out') return 'processing-stopped';
    if (state === 'pending' || this.manners.jobsEnd === 'never') return 'processing';
    return this.manners.jobsEnd;
  }

  #cancel(job: TestJob | undefined): Omit<Answer, 'id' | 'version'> {
    if (!job) return { statusCode: 'client-error-not-found' };
    if (ENDED.has(job.state) || this.manners.cancelling === 'refused') {
      return { statusCode: 'client-error-not-possible' };
    }
    job.state = 'canceled';
    return { statusCode: 'successful-ok' };
  }

  #descriptionOf({ id, state }: TestJob): Description {
    return {
      'job-id': id,
      'job-uri': `${this.uri}/${id}`,
      'job-state': state,
      'job-state-reasons': ENDED.has(state) ? this.manners.jobReasons : ['none'],
    };
  }
}

function spoiled({
  socket,
  response,
  spoil,
  answer,
}: {
  readonly socket: Socket;
  readonly response: ServerResponse;
  readonly spoil: Spoil['by'];
  readonly answer: Uint8Array;
}): void {
  switch (spoil.kind) {
    case 'http-status':
      return void response.writeHead(spoil.status).end('<html>');
    case 'drop':
      return void socket.resetAndDestroy();
    case 'raw':
      return void socket.end(spoil.bytes);
    case 'bytes':
      return void response.writeHead(200, IPP).end(spoil.bytes);
    case 'endless':
      return pourInto(response.writeHead(200, IPP), spoil.bytes);
    case 'ipp-status':
      return void response.writeHead(200, IPP).end(answer);
    case 'silence':
    case 'stops-reading':
      return undefined;
    default:
      return unreachable(spoil);
  }
}

function pourInto(response: ServerResponse, bytes: Uint8Array): void {
  const pour = (): void => {
    while (!response.destroyed && response.write(bytes)) continue;
  };
  response.on('drain', pour);
  pour();
}

function httpStatusOf({ method, url, headers }: IncomingMessage): number {
  if (url !== PATH) return 404;
  if (method !== 'POST') return 405;
  return headers['content-type'] === 'application/ipp' ? 200 : 415;
}

const OPERATIONS: Readonly<Record<number, string>> = {
  0x02: 'Print-Job',
  0x04: 'Validate-Job',
  0x08: 'Cancel-Job',
  0x09: 'Get-Job-Attributes',
  0x0b: 'Get-Printer-Attributes',
};

function operationOf([first]: readonly Buffer[]): string | undefined {
  return first && first.length > 3 ? OPERATIONS[first.readUInt16BE(2)] : undefined;
}
