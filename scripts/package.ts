import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build as pack, type Configuration, Platform } from 'electron-builder';
import { build } from './build.ts';
import { projectRoot, say, seconds } from './console.ts';
import { coreNode, resolveRuntime, type Runtime } from './runtime.ts';

const UNPACKED = path.join(projectRoot, 'release', 'linux-unpacked');
const REPORT = path.join(projectRoot, 'out', 'self-test.json');
const SELF_TEST_MS = 90_000;

/** The unpacked Linux application, made from the runtime that is here: nothing is fetched. */
async function packWith(runtime: Runtime): Promise<void> {
  const isFallback = runtime.kind !== 'official';
  const configuration: Configuration = {
    extends: 'electron-builder.yml',
    electronDist: path.dirname(runtime.bin),
    electronVersion: runtime.version,
    // The old runtime's own Node cannot run the core: a newer one travels along.
    ...(isFallback ? { extraResources: [{ from: coreNode(), to: 'node' }] } : {}),
    afterPack: ({ appOutDir }) => {
      // Put there to start a folder; in a package the archive is what must start.
      rmSync(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
      return Promise.resolve();
    },
  };
  await pack({
    projectDir: projectRoot,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: configuration,
  });
}

/** Starts what was packed and lets it look at itself. */
async function selfTest(runtime: Runtime): Promise<boolean> {
  await mkdir(path.dirname(REPORT), { recursive: true });
  await rm(REPORT, { force: true });
  const { COUNTER_CORE_NODE: _, ...env } = { ...process.env, ...runtime.env };
  const application = spawn(path.join(UNPACKED, 'quay-mot-cua'), [...runtime.args, '--self-test', REPORT], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
    timeout: SELF_TEST_MS,
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    application.once('error', reject);
    application.once('exit', resolve);
  });
  const report = readReport();
  for (const check of report.checks) say(`${check.ok ? 'ok  ' : 'FAIL'} ${check.name}: ${check.detail}`);
  return code === 0 && report.ok;
}

type Report = {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
};

function readReport(): Report {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, checks: [{ name: 'a report was written', ok: false, detail }] };
  }
}

const started = performance.now();
const runtime = await resolveRuntime();
try {
  await build();
  await packWith(runtime);
  say(`package: ${path.relative(projectRoot, UNPACKED)} after ${seconds(started)}`);
  const ok = await selfTest(runtime);
  if (runtime.kind !== 'official') say('package: made with a stand-in runtime, for tests only, never to be shipped.');
  say(`package: ${ok ? 'it starts and works' : 'it does NOT work'}, ${seconds(started)}`);
  process.exitCode = ok ? 0 : 1;
} finally {
  runtime.stop();
}
