import type { FastifyInstance } from 'fastify';

/** Plain HTTP would carry citizens' data in the clear, so it is spoken to this computer only. */
export const LOOPBACK_HOSTS = ['127.0.0.1', '::1'];

export type ListenErrorCode = 'not-loopback' | 'port-in-use';

/** The server cannot, or must not, listen where it was told to. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code: ListenErrorCode;

  constructor(code: ListenErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}

/** Listens and answers the address to connect to. `port` 0 takes a free one. Refuses every host but loopback. */
export async function listen(
  app: FastifyInstance,
  where: { readonly host: string; readonly port: number },
): Promise<string> {
  const { host, port } = where;
  if (!LOOPBACK_HOSTS.includes(host)) {
    throw new ListenError('not-loopback', `Plain HTTP is served on ${LOOPBACK_HOSTS.join(' or ')} only, not on ${host}.`);
  }
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new ListenError('port-in-use', `Port ${port} is already in use.`, { cause: error });
    }
    throw error;
  }
}
