import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { build as buildRenderer } from 'vite';
import { isMain, projectRoot, say, seconds } from './console.ts';

/** A program of its own, made of one source file and all it imports. */
export type Bundle = {
  readonly input: string;
  readonly file: string;
  readonly format: 'cjs' | 'esm';
  /** The oldest machine that runs it. Lowers syntax only. */
  readonly target: string;
};

const BUNDLES: readonly Bundle[] = [
  { input: 'electron/main/main.ts', file: 'dist/main/main.cjs', format: 'cjs', target: 'node18' },
  // A sandboxed preload can neither be a module nor require a second file.
  { input: 'electron/preload/preload.ts', file: 'dist/preload/preload.cjs', format: 'cjs', target: 'chrome114' },
  { input: 'electron/core/core.ts', file: 'dist/core/core.mjs', format: 'esm', target: 'node22' },
  {
    input: 'sync/store/maintenance-worker.ts',
    file: 'dist/core/maintenance-worker.mjs',
    format: 'esm',
    target: 'node22',
  },
  { input: 'printing/layout/raster-worker.ts', file: 'dist/core/raster-worker.mjs', format: 'esm', target: 'node22' },
];

/** What has a native part, or is the runtime itself, stays outside. */
const EXTERNAL = ['electron', 'better-sqlite3', '@napi-rs/canvas', 'serialport'];

const SOURCES = ['domain', 'electron', 'printing', 'renderer', 'scripts/build.ts', 'sync', 'package-lock.json'];
const STAMP = path.join(projectRoot, 'dist/.sources');

export async function writeBundle(bundle: Bundle): Promise<void> {
  const made = await rolldown({
    cwd: projectRoot,
    input: bundle.input,
    platform: 'node',
    external: EXTERNAL,
    logLevel: 'warn',
    transform: { target: bundle.target, define: { 'process.env.NODE_ENV': '"production"' } },
  });
  await made.write({
    file: path.resolve(projectRoot, bundle.file),
    format: bundle.format,
    codeSplitting: false,
    sourcemap: true,
  });
  await made.close();
}

/** The fonts of slips and forms, with the licences they must travel with. */
async function copyFonts(): Promise<void> {
  const from = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  const to = path.join(projectRoot, 'dist/core/fonts');
  await mkdir(to, { recursive: true });
  const fonts = ['400Regular', '500Medium', '600SemiBold'].map((weight) => `${weight}/NotoSans_${weight}.ttf`);
  for (const file of [...fonts, 'LICENSE_FONT']) {
    await copyFile(path.join(from, file), path.join(to, path.basename(file)));
  }
  const tinos = path.dirname(createRequire(import.meta.url).resolve('@fontsource/tinos/package.json'));
  for (const subset of ['latin', 'vietnamese']) {
    for (const style of ['400-normal', '400-italic', '700-normal', '700-italic']) {
      const file = `tinos-${subset}-${style}.woff2`;
      await copyFile(path.join(tinos, 'files', file), path.join(to, file));
    }
  }
  await copyFile(path.join(tinos, 'LICENSE'), path.join(to, 'LICENSE_TINOS'));
}

/** Builds main, preload, core, its workers and the renderer into `dist/`. */
export async function build(): Promise<void> {
  const sources = await fingerprint();
  await rm(path.join(projectRoot, 'dist'), { recursive: true, force: true });
  await Promise.all([
    ...BUNDLES.map(writeBundle),
    copyFonts(),
    buildRenderer({
      configFile: path.join(projectRoot, 'renderer/vite.config.ts'),
      logLevel: 'warn',
      // The page comes from the disk: a big file costs it nothing.
      build: { chunkSizeWarningLimit: 2_000 },
    }),
  ]);
  await writeFile(STAMP, sources);
}

/** As {@link build}, unless no source changed since the last one that succeeded. */
export async function buildIfStale(): Promise<'built' | 'up to date'> {
  const [now, built] = await Promise.all([fingerprint(), readFile(STAMP, 'utf8').catch(() => 'never built')]);
  if (now === built) return 'up to date';
  await build();
  return 'built';
}

/** Changes whenever a source file is written, added or removed. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesUnder(path.join(projectRoot, source))) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

async function filesUnder(place: string): Promise<readonly string[]> {
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}

if (isMain(import.meta.url)) {
  const started = performance.now();
  const outcome = process.argv.includes('--if-stale') ? await buildIfStale() : await build().then(() => 'built');
  say(`Build: ${outcome}, ${seconds(started)}.`);
}
