import ipp from 'ipp';

/** What a question said, once it was found to keep every rule that is checked here. */
export type StrictQuestion = {
  readonly version: string;
  readonly operation: string;
  readonly requestId: number;
  readonly operationAttributes: Attributes;
  readonly jobAttributes: Attributes;
  readonly document: Uint8Array;
};

export type Attributes = { readonly [name: string]: unknown };

/** A question that RFC 8010 or 8011 forbids, with the status that they want for it. */
export class BadQuestion extends Error {
  readonly statusCode: string;

  constructor(sentence: string, statusCode = 'client-error-bad-request') {
    super(sentence);
    this.statusCode = statusCode;
  }
}

type Walked = { readonly name: string; readonly tag: number; readonly group: number; readonly bytes: number };

const END = 0x03;
const FIRST_VALUE = 0x10;
const BEGIN_COLLECTION = 0x34;
const END_COLLECTION = 0x37;

/** Which sign a value of these must bear (RFC 8011, sections 4.1.4, 4.2.1 and 5.2). */
const SYNTAXES: Readonly<Record<string, number>> = {
  'attributes-charset': 0x47,
  'attributes-natural-language': 0x48,
  'printer-uri': 0x45,
  'requesting-user-name': 0x42,
  'job-name': 0x42,
  'document-format': 0x49,
  'requested-attributes': 0x44,
  'job-id': 0x21,
  media: 0x44,
  'media-col': BEGIN_COLLECTION,
  'print-scaling': 0x44,
  sides: 0x44,
};
const OPERATION_ATTRIBUTES = [
  'attributes-charset',
  'attributes-natural-language',
  'printer-uri',
  'requesting-user-name',
  'job-name',
  'document-format',
  'requested-attributes',
  'job-id',
];
const MAX_BYTES: Readonly<Record<number, number>> = { 0x42: 255, 0x44: 255, 0x45: 1023, 0x47: 63, 0x48: 63, 0x49: 255 };

/** Takes a question apart, or throws a {@link BadQuestion}. The frame is walked here; what it says is read by npm's `ipp`. */
export function readStrictly(body: Buffer): StrictQuestion {
  if (body.length < 9) throw new BadQuestion('shorter than any question');
  const { walked, documentAt } = walk(body);
  checkFrame(walked);
  const message = ipp.parse(body.subarray(0, documentAt));
  if (message.version !== '1.1' && message.version !== '2.0') {
    throw new BadQuestion(`version ${message.version}`, 'server-error-version-not-supported');
  }
  if (message.operation === undefined)
    throw new BadQuestion('no such operation', 'server-error-operation-not-supported');
  const requestId = message.id ?? 0;
  if (requestId < 1) throw new BadQuestion('a request-id is a positive number');
  const operationAttributes = message['operation-attributes-tag'] ?? {};
  checkOrder(operationAttributes);
  return {
    version: message.version,
    operation: message.operation,
    requestId,
    operationAttributes,
    jobAttributes: message['job-attributes-tag'] ?? {},
    document: Uint8Array.from(body.subarray(documentAt)),
  };
}

/** Follows the lengths from attribute to attribute and answers where the document begins. */
function walk(body: Buffer): { readonly walked: readonly Walked[]; readonly documentAt: number } {
  const walker = new Walker(body);
  while (!walker.isAtEnd()) walker.step();
  return { walked: walker.walked, documentAt: walker.at };
}

class Walker {
  readonly walked: Walked[] = [];
  at = 8;
  readonly #body: Buffer;
  #group = 0;
  #depth = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  isAtEnd(): boolean {
    if (this.#body[this.at] !== END) return false;
    if (this.#depth > 0) throw new BadQuestion('a collection without its end');
    this.at += 1;
    return true;
  }

  step(): void {
    const tag = this.#body[this.at];
    if (tag === undefined) throw new BadQuestion('no end-of-attributes-tag');
    this.at += 1;
    if (tag < FIRST_VALUE) this.#openGroup(tag);
    else this.#value(tag);
  }

  #openGroup(tag: number): void {
    if (this.#depth > 0) throw new BadQuestion('a collection without its end');
    if (tag <= this.#group) throw new BadQuestion('groups out of order');
    if (tag > 2) throw new BadQuestion(`a question has no group ${tag}`);
    this.#group = tag;
  }

  #value(tag: number): void {
    const name = this.#counted().toString();
    const bytes = this.#counted().length;
    if (name !== '' && this.#depth > 0) throw new BadQuestion('a name inside a collection');
    if (this.#depth === 0) this.walked.push({ name, tag, group: this.#group, bytes });
    if (tag === BEGIN_COLLECTION) this.#depth += 1;
    if (tag === END_COLLECTION) this.#depth -= 1;
    if (this.#depth < 0) throw new BadQuestion('the end of no collection');
  }

  #counted(): Buffer {
    const from = this.at + 2;
    if (from > this.#body.length) throw new BadQuestion('breaks off in a length');
    const length = this.#body.readInt16BE(this.at);
    this.at = from + length;
    if (length < 0 || this.at > this.#body.length) throw new BadQuestion('a length that leads nowhere');
    return this.#body.subarray(from, this.at);
  }
}

function checkFrame(walked: readonly Walked[]): void {
  const seen = new Set<string>();
  for (const one of walked) {
    checkLength(one);
    if (one.name === '') continue;
    if (seen.has(one.name)) throw new BadQuestion(`${one.name} twice`);
    seen.add(one.name);
    checkPlace(one);
  }
}

function checkLength({ tag, bytes }: Walked): void {
  if (bytes > (MAX_BYTES[tag] ?? 32_767)) throw new BadQuestion('too long', 'client-error-request-value-too-long');
  if ((tag === 0x21 || tag === 0x23) && bytes !== 4) throw new BadQuestion('a number of other than four bytes');
}

function checkPlace({ name, tag, group }: Walked): void {
  if (SYNTAXES[name] !== tag) throw new BadQuestion(`${name} as 0x${tag.toString(16)}`);
  if (OPERATION_ATTRIBUTES.includes(name) !== (group === 1)) throw new BadQuestion(`${name} in the wrong group`);
}

function checkOrder(attributes: Attributes): void {
  const [first, second, third, ...others] = Object.keys(attributes);
  if (first !== 'attributes-charset' || second !== 'attributes-natural-language' || third !== 'printer-uri') {
    throw new BadQuestion(`begins with ${first}, ${second}, ${third}`);
  }
  if (attributes[first] !== 'utf-8') throw new BadQuestion('charset', 'client-error-charset-not-supported');
  // The job is half of what the question is about.
  if (others.includes('job-id') && others[0] !== 'job-id') throw new BadQuestion('job-id not beside printer-uri');
}
