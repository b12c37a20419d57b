import { createServer, type Socket } from 'node:net';

export type FakePrinter = {
  readonly port: number;
  /** Everything received, over all connections. */
  received(): Uint8Array;
  close(): Promise<void>;
};

/** A TCP server with bad manners of the test's choosing; bytes are counted as the test reads them. */
export async function startFakePrinter(
  behave: (socket: Socket, take: (chunk: Uint8Array) => number) => void,
): Promise<FakePrinter> {
  const chunks: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  const take = (chunk: Uint8Array) => {
    chunks.push(chunk);
    return chunks.reduce((sum, { length }) => sum + length, 0);
  };
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    // A reset is what some of these printers are for.
    socket.on('error', () => sockets.delete(socket));
    behave(socket, take);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    received: () => Uint8Array.from(Buffer.concat(chunks)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
