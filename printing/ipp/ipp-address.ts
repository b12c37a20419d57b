import { isIP } from 'node:net';

/** Where a printer is, taken apart. */
export type IppAddress = {
  readonly scheme: Scheme;
  /** A name or a number; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** From its first slash on. */
  readonly path: string;
};

type Scheme = 'ipp' | 'ipps' | 'http' | 'https';

/** As in CUPS: an address that says http means the port of http, not the one of IPP. */
const DEFAULT_PORTS: Readonly<Record<Scheme, number>> = { ipp: 631, ipps: 631, http: 80, https: 443 };
/** What IPP Everywhere printers have. */
const DEFAULT_PATH = '/ipp/print';

/** RFC 8011, section 5.1.6. */
const MAX_LENGTH = 1_023;
const ADDRESS =
  /^(?:(?<scheme>ipps?|https?):\/\/)?(?<host>\[[\da-f:.]+\]|[a-z\d._-]+)(?::(?<port>\d{1,5}))?(?<path>\/[^\s#]*)?$/iu;

/**
 * The address of an IPP printer in its one way of writing, or `undefined` when the text is no such address. `ipp://` may be
 * left out; so may the port (631) and the path (`/ipp/print`, also when it is a mere slash). Passwords are not taken.
 */
export function parseIppUri(text: string): string | undefined {
  const address = parseIppAddress(text);
  return address && uriOf(address);
}

export function parseIppAddress(text: string): IppAddress | undefined {
  const parts = ADDRESS.exec(text.trim())?.groups;
  if (!parts || text.length > MAX_LENGTH) return undefined;
  const scheme = schemeOf(parts['scheme']);
  const port = parts['port'] === undefined ? DEFAULT_PORTS[scheme] : Number(parts['port']);
  const path = parts['path'] ?? '/';
  const probe = `http://${parts['host'] ?? ''}${path}`;
  if (port < 1 || port > 65_535 || !URL.canParse(probe)) return undefined;
  const { hostname, pathname, search } = new URL(probe);
  return {
    scheme,
    host: hostname.replace(/^\[|\]$/gu, ''),
    port,
    path: path === '/' ? DEFAULT_PATH : pathname + search,
  };
}

/** How the printer calls itself to IPP: always by IPP's own scheme (RFC 8010, section 4), whichever was typed. */
export function printerUriOf(address: IppAddress): string {
  return uriOf({ ...address, scheme: isSecure(address) ? 'ipps' : 'ipp' });
}

export function isSecure({ scheme }: IppAddress): boolean {
  return scheme === 'ipps' || scheme === 'https';
}

function uriOf({ scheme, host, port, path }: IppAddress): string {
  const shownHost = isIP(host) === 6 ? `[${host}]` : host;
  return `${scheme}://${shownHost}${port === DEFAULT_PORTS[scheme] ? '' : `:${port}`}${path}`;
}

function schemeOf(text: string | undefined): Scheme {
  switch (text?.toLowerCase()) {
    case 'ipps':
      return 'ipps';
    case 'http':
      return 'http';
    case 'https':
      return 'https';
    default:
      return 'ipp';
  }
}
