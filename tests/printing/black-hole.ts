import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Listens with room for one more and then never lets anybody in. */
const SCRIPT = `
  const server = require('node:net').createServer();
  server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () =>
    process.send(server.address().port, () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)));`;

/** A port whose queue is full: a further connection is neither made nor refused, as with a host that drops packets. */
export async function startBlackHole(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const listener = spawn(process.execPath, ['-e', SCRIPT], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [port]: unknown[] = await once(listener, 'message');
  if (typeof port !== 'number') throw new Error('the black hole has no port');
  const waiting: Socket[] = [];
  // The system lets in a few more than were asked for.
  for (let place = 0; place < 4; place += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    waiting.push(socket);
    await Promise.race([once(socket, 'connect'), new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return {
    port,
    close: async () => {
      for (const socket of waiting) socket.destroy();
      listener.kill('SIGKILL');
      await once(listener, 'exit');
    },
  };
}
