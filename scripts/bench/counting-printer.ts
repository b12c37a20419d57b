import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

const WELL = 0x12;
const PAPER_THERE = 0;
const DLE = 0x10;
/** GS r 1, behind every job. */
const LAST_BYTES = Buffer.of(0x1d, 0x72, 0x01);

/** A printer that is as quick as it gets, and notes when the last byte of each job was there. */
export type CountingPrinter = {
  readonly port: number;
  /** Resolves with the moment, by `performance.now()`, at which so many jobs in all were there to the last byte. */
  readonly untilJobs: (count: number) => Promise<number>;
  readonly jobs: () => number;
  readonly close: () => Promise<void>;
};

export async function startCountingPrinter(): Promise<CountingPrinter> {
  const moments: number[] = [];
  const waiting: { count: number; resolve: (moment: number) => void }[] = [];
  const note = (): void => {
    moments.push(performance.now());
    for (const { count, resolve } of waiting) if (moments.length === count) resolve(moments.at(-1) ?? 0);
  };
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      if (chunk.length === 3 && chunk[0] === DLE) socket.write(Uint8Array.of(WELL));
      else if (chunk.subarray(-3).equals(LAST_BYTES)) {
        note();
        socket.write(Uint8Array.of(PAPER_THERE));
      }
    });
    socket.on('end', () => socket.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    jobs: () => moments.length,
    untilJobs: (count) => {
      const known = moments[count - 1];
      return known === undefined ? new Promise((resolve) => waiting.push({ count, resolve })) : Promise.resolve(known);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
