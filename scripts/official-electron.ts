import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { downloadArtifact } from '@electron/get';
import { say } from './console.ts';

const require = createRequire(import.meta.url);

const STALL_MS = 20_000;

export type OfficialElectron = { readonly folder: string; readonly bin: string; readonly version: string };

/** The Electron that package.json names; its executable need not be there yet. */
export function officialRuntime(executable: string): OfficialElectron {
  const manifest = require.resolve('electron/package.json');
  const folder = path.dirname(manifest);
  const { version }: { version: string } = require(manifest);
  return {
    folder,
    version,
    bin: path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist'), executable),
  };
}

/**
 * Downloads and unpacks it; false when it cannot be had from here.
 *
 * The downloader waits for ever by itself, so a watchdog ends it when no byte came within `firstByteMs` or for 20 s.
 */
export async function downloadOfficial(electron: OfficialElectron, firstByteMs: number): Promise<boolean> {
  const watchdog = new AbortController();
  let bite = setTimeout(() => watchdog.abort(), firstByteMs);
  try {
    await downloadArtifact({
      version: electron.version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json'),
      downloadOptions: {
        signal: watchdog.signal,
        getProgressCallback: () => {
          clearTimeout(bite);
          bite = setTimeout(() => watchdog.abort(), STALL_MS);
          return Promise.resolve();
        },
      },
    });
  } catch (error) {
    say(`Runtime: Electron ${electron.version} cannot be downloaded from here (${reasonOf(error)}).`);
    return false;
  } finally {
    clearTimeout(bite);
  }
  // The package's own installer finds the download in the cache and unpacks it.
  const install = spawnSync(process.execPath, [path.join(electron.folder, 'install.js')], { stdio: 'inherit' });
  return install.status === 0;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
