import { spawnSync } from 'node:child_process';
import { say } from './console.ts';

/** Which Debian package has a shared library. Of two names the first that apt knows: Debian 13 renamed some. */
const LIBRARIES: readonly (readonly [library: RegExp, packages: readonly string[]])[] = [
  [/^libg[td]k-3/, ['libgtk-3-0t64', 'libgtk-3-0']],
  [/^lib(nss3|nssutil3|smime3)/, ['libnss3']],
  [/^lib(nspr4|plc4|plds4)/, ['libnspr4']],
  [/^libasound/, ['libasound2t64', 'libasound2']],
  [/^libgbm/, ['libgbm1']],
  [/^libdrm/, ['libdrm2']],
  [/^libcups/, ['libcups2t64', 'libcups2']],
  [/^libatk-bridge/, ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0']],
  [/^libatk-1/, ['libatk1.0-0t64', 'libatk1.0-0']],
  [/^libatspi/, ['libatspi2.0-0t64', 'libatspi2.0-0']],
  [/^libX11/, ['libx11-6']],
  [/^libXext/, ['libxext6']],
  [/^libXcomposite/, ['libxcomposite1']],
  [/^libXdamage/, ['libxdamage1']],
  [/^libXfixes/, ['libxfixes3']],
  [/^libXrandr/, ['libxrandr2']],
  [/^libxkbcommon/, ['libxkbcommon0']],
  [/^libxcb/, ['libxcb1']],
  [/^libdbus/, ['libdbus-1-3']],
  [/^libexpat/, ['libexpat1']],
  [/^lib(glib|gobject|gio|gmodule)-2/, ['libglib2.0-0t64', 'libglib2.0-0']],
  [/^libpango/, ['libpango-1.0-0']],
  [/^libcairo/, ['libcairo2']],
];

/** What a person has to install. The message is the whole story: print it as it is. */
export class MissingPackagesError extends Error {
  readonly code = 'missing-packages';
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The shared libraries that `bin` asks for and this system lacks are installed; throws where that is not possible. */
export function ensureLibraries(bin: string): void {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries(bin);
  if (missing.length === 0) return;
  const choices = missing.map((library) => {
    const packages = LIBRARIES.find(([pattern]) => pattern.test(library))?.[1];
    if (!packages) throw new MissingPackagesError(`${bin} needs the library ${library}: install it and run again.`);
    return packages;
  });
  install(choices, missing);
  const still = missingLibraries(bin);
  if (still.length > 0) throw new MissingPackagesError(`${bin} still lacks ${still.join(', ')}.`);
}

/** Shows every call of a process to the system: proves what is on the disk before an answer leaves. */
export const STRACE = { program: 'strace', debianPackage: 'strace' };

/** A program that a script or a test starts, e.g. `{ program: 'Xvfb', debianPackage: 'xvfb' }`. */
export function ensureProgram(tool: { readonly program: string; readonly debianPackage: string }): void {
  if (!hasProgram(tool.program)) install([[tool.debianPackage]], [tool.program]);
}

function install(choices: readonly (readonly string[])[], missing: readonly string[]): void {
  const canInstall = isRoot() && hasProgram('apt-get');
  if (canInstall) spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const packages = new Set(choices.map((names) => names.find(aptKnows) ?? names.at(-1) ?? ''));
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  const byHand = `Run:  sudo apt-get update && sudo ${command.join(' ')}`;
  if (!canInstall) throw new MissingPackagesError(`This system lacks ${missing.join(', ')}.\n${byHand}`);
  say(`Runtime: installing ${[...packages].join(' ')}.`);
  const done = spawnSync('apt-get', command.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status !== 0) throw new MissingPackagesError(`apt-get failed for ${missing.join(', ')}.\n${byHand}`);
}

function missingLibraries(bin: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [bin], { encoding: 'utf8' });
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].flatMap(([, library]) => library ?? []);
}

function aptKnows(name: string): boolean {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', name], { stdio: 'ignore' }).status === 0;
}
