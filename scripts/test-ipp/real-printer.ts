import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { startChild } from './child.ts';

/** What becomes of the next document; a job waits in `paper-out` and `at-work` until the mode is another. */
export type Mode = 'prints' | 'paper-out' | 'at-work' | 'gives-up';

export type RealPrinter = {
  readonly uri: string;
  readonly set: (mode: Mode) => Promise<void>;
  /** What the last job's command got; `undefined` when there was none since the last call. */
  readonly takeDocument: () => Promise<Uint8Array | undefined>;
  readonly stop: () => Promise<void>;
};

/** Debian's IPP Everywhere printer in a folder of its own: a program of other people who know the standard. */
export async function startRealPrinter(wish: {
  readonly folder: string;
  readonly media: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}): Promise<RealPrinter> {
  const { folder, media, env } = wish;
  const file = (name: string): string => path.join(folder, name);
  const set = (mode: Mode): Promise<void> => writeFile(file('mode'), mode);
  await mkdir(file('spool'), { recursive: true });
  await writeFile(file('attributes.conf'), attributes(media));
  await writeFile(file('print.sh'), PRINT, { mode: 0o755 });
  await set('prints');
  const port = await freePort();
  const child = await startChild({
    program: 'ippeveprinter',
    // -k keeps the documents; -K is where it makes itself a key and a certificate.
    args: `-p ${port} -n localhost -a attributes.conf -c ./print.sh -d spool -k -K . -v Thu-${port}`.split(' '),
    cwd: folder,
    env,
    isReady: (printed) => printed.includes('printer-uri-supported'),
  });
  return {
    uri: `ipp://localhost:${port}/ipp/print`,
    set,
    takeDocument: async () => {
      if (!existsSync(file('received'))) return undefined;
      const document = await readFile(file('received'));
      await rm(file('received'));
      return document;
    },
    stop: child.stop,
  };
}

function attributes(media: readonly string[]): string {
  return [
    `ATTR keyword media-supported ${media.join(',')}`,
    'ATTR mimeMediaType document-format-supported application/pdf,application/octet-stream',
    '',
  ].join('\n');
}

/** Run by the printer for each job, with the document's file as its last argument. What it says on stderr is the printer's state. */
const PRINT = `#!/bin/sh
here=$(dirname "$0")
mode() { cat "$here/mode"; }
for document; do :; done
cp "$document" "$here/received.part" && mv "$here/received.part" "$here/received"
if [ "$(mode)" = gives-up ]; then exit 1; fi
if [ "$(mode)" = paper-out ]; then
  echo 'STATE: +media-empty-error' >&2
  while [ "$(mode)" = paper-out ]; do sleep 0.1; done
  echo 'STATE: -media-empty-error' >&2
  # Long enough to be seen at work again.
  sleep 1.5
fi
while [ "$(mode)" = at-work ]; do sleep 0.1; done
`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
      );
    });
  });
}
