import net from 'node:net';

/** A network cable on loopback between a counter and a server: can be pulled out and put back in. */
export type Cable = {
  readonly port: number;
  readonly pull: () => Promise<void>;
  readonly plug: () => Promise<void>;
};

export async function layCable(target: { readonly host: string; readonly port: number }): Promise<Cable> {
  const open = new Set<net.Socket>();
  let server = await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a cable without a port');
  const { port } = address;

  function listen(wanted: number): Promise<net.Server> {
    const listening = net.createServer((near) => {
      const far = net.connect(target);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(socket);
        socket.pipe(other);
        socket.on('error', () => other.destroy());
        socket.on('close', () => open.delete(socket));
      }
    });
    return new Promise((resolve, reject) => {
      listening.once('error', reject);
      listening.listen(wanted, '127.0.0.1', () => resolve(listening));
    });
  }

  return {
    port,
    pull: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
    plug: async () => {
      server = await listen(port);
    },
  };
}
