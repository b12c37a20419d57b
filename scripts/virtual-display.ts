import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';

/** Starts Xvfb on a display number that it picks itself. Ends with this process at the latest. */
export function startVirtualDisplay(): Promise<{ readonly name: string; readonly stop: () => void }> {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const stop = () => {
      server.kill();
    };
    process.once('exit', stop);
    server.once('error', reject);
    server.once('exit', (code) => {
      process.off('exit', stop);
      reject(new Error(`Xvfb ended with ${code ?? 'a signal'}`));
    });
    const chosen = server.stdio[3];
    if (!(chosen instanceof Readable)) throw new Error('Xvfb has no pipe for its display number');
    let digits = '';
    chosen.setEncoding('utf8').on('data', (chunk: string) => {
      digits += chunk;
      // Nothing waits for the server once it runs: it must not keep a finished script alive.
      if (digits.endsWith('\n')) {
        server.unref();
        chosen.destroy();
        resolve({ name: `:${digits.trim()}`, stop });
      }
    });
  });
}
