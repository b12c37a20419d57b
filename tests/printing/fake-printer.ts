import { createServer, type Socket } from 'node:net';

export type FakePrinter = {
  readonly port: number;
  /** Everything received, over all connections. */
  received(): Uint8Array;
  close(): Promise<void>;
};

/** What a fake printer does with a connection; `take` counts what it reads, over all connections. */
export type Manners = (socket: Socket, take: (chunk: Uint8Array) => number) => void;

/** A TCP server with bad manners of the test's choosing; bytes are counted as the test reads them. */
export async function startFakePrinter(behave: Manners, host = '127.0.0.1'): Promise<FakePrinter> {
  const chunks: Uint8Array[] = [];
  let taken = 0;
  const sockets = new Set<Socket>();
  const take = (chunk: Uint8Array) => {
    chunks.push(chunk);
    taken += chunk.length;
    return taken;
  };
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    // A reset is what some of these printers are for.
    socket.on('error', () => sockets.delete(socket));
    behave(socket, take);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
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

/** For one connection: whether what has come so far ends with the question GS r 1, however it was cut up. */
export function questionListener(): (chunk: Uint8Array) => boolean {
  let tail = Buffer.alloc(0);
  return (chunk) => {
    tail = Buffer.concat([tail, chunk]).subarray(-3);
    return tail.equals(Buffer.of(0x1d, 0x72, 0x01));
  };
}
