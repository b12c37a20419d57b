import { ok, refuse, type Result } from '../../domain/result.ts';

type ServerUrlRefusal = { readonly code: 'not-a-url' | 'plain-http-outside-loopback' };

/**
 * The address of an upstream server as typed, made whole. Refuses what is no address and plain HTTP to anywhere but this
 * computer: dossiers and the token would go over the wire for all to read.
 */
export function parseServerUrl(typed: string): Result<string, ServerUrlRefusal> {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    return refuse({ code: 'not-a-url' });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return refuse({ code: 'plain-http-outside-loopback' });
  return ok(url.origin + url.pathname);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
