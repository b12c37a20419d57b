import ipp from 'ipp';

export type Answer = {
  readonly version: string;
  readonly statusCode: string;
  readonly id: number;
  readonly printer?: { readonly [name: string]: unknown };
  readonly job?: { readonly [name: string]: unknown };
  /** The attribute that the printer cannot do. */
  readonly unsupported?: string;
};

const END = 0x03;
const UNSUPPORTED_GROUP = 0x05;
const UNSUPPORTED_VALUE = 0x10;
const KEYWORD = 0x44;

/** An answer by npm's `ipp`; what that cannot write (its list of attributes is older than these) is put in by hand. */
export function answerBytes({ version, statusCode, id, printer, job, unsupported }: Answer): Uint8Array {
  const { 'print-scaling-supported': scalings = [], ...known } = printer ?? {};
  const written = ipp.serialize({
    version,
    statusCode,
    id,
    'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'vi' },
    ...(job && { 'job-attributes-tag': job }),
    ...(printer && { 'printer-attributes-tag': withoutEmpty(known) }),
  });
  const parts: Uint8Array[] = [written.subarray(0, -1)];
  if (Array.isArray(scalings)) {
    parts.push(
      ...scalings.map((text, index) => value(KEYWORD, index === 0 ? 'print-scaling-supported' : '', String(text))),
    );
  }
  if (unsupported !== undefined) {
    parts.push(Uint8Array.of(UNSUPPORTED_GROUP), value(UNSUPPORTED_VALUE, unsupported, ''));
  }
  return Buffer.concat([...parts, Uint8Array.of(END)]);
}

function withoutEmpty(attributes: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(attributes).filter(([, values]) => !Array.isArray(values) || values.length > 0),
  );
}

function value(tag: number, name: string, text: string): Buffer {
  const head = Buffer.from([tag, 0, name.length]);
  return Buffer.concat([head, Buffer.from(name), Buffer.from([0, text.length]), Buffer.from(text)]);
}
