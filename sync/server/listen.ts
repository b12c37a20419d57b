import type { FastifyInstance } from 'fastify';

// Addresses, not names: what "localhost" means is for a file to say.
const LOOPBACK = ['127.0.0.1', '::1'];

/** Plain HTTP would carry citizens' data in the open: it is spoken inside one machine only. */
export class OpenNetworkError extends Error {
  override readonly name = 'OpenNetworkError';
  readonly code = 'plain-http-outside-loopback';

  constructor(host: string) {
    super(`refused to speak plain HTTP on ${host}`);
  }
}

/** Starts listening; answers the port. Throws {@link OpenNetworkError} for a host that others can reach. */
export async function listen(
  app: FastifyInstance,
  where: { readonly host: string; readonly port: number },
): Promise<number> {
  if (!LOOPBACK.includes(where.host)) throw new OpenNetworkError(where.host);
  await app.listen(where);
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('listening without a port');
  return address.port;
}
