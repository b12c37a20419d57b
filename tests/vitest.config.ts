import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

// Workers and cores are started from their TypeScript sources. Node strips the types by a WebAssembly program, which now and
// then kills a process whose threads come and go (V8 frees a wrapper of a thread that has ended). What is in this cache is
// not stripped again, and the wrappers of the rest are never replaced.
process.env['NODE_COMPILE_CACHE'] = fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url));
const WRAPPERS_STAY = '--wasm-wrapper-tiering-budget=2000000000';

/** One project for each kind of test; the suffix of a file says its kind. */
function project(
  name: string,
  include: string[],
  options: {
    exclude?: string[];
    timeoutMs?: number;
    serial?: boolean;
    shares?: boolean;
    env?: { [name: string]: string };
  },
) {
  return {
    test: {
      name,
      root,
      include,
      exclude: options.exclude ?? [],
      testTimeout: options.timeoutMs ?? 10_000,
      hookTimeout: options.timeoutMs ?? 10_000,
      fileParallelism: !options.serial,
      isolate: !options.shares,
      env: options.env ?? {},
    },
  };
}

/** How much longer a crash test may take, because its faults were multiplied. */
const crashScale = Math.max(1, Number(process.env['CRASH_RUNS'] ?? 0) / 200);

/** Pure: nothing of them outlives a test, so their files may share a process, which saves the start of one for each. */
const RULES = ['tests/domain/**/*.test.ts', 'tests/renderer/**/*.test.ts'];
const SPECIAL = ['tests/**/*.{property,device,crash,e2e}.test.ts'];

export default defineConfig({
  test: {
    root,
    allowOnly: false,
    maxWorkers: 3,
    execArgv: [WRAPPERS_STAY],
    projects: [
      project('rules', RULES, { exclude: SPECIAL, shares: true }),
      project('unit', ['tests/**/*.test.ts'], { exclude: [...SPECIAL, ...RULES] }),
      // Printers and scanners that answer late, or never: mostly waiting.
      project('device', ['tests/**/*.device.test.ts'], { timeoutMs: 30_000 }),
      project('property', ['tests/**/*.property.test.ts'], { timeoutMs: 60_000 }),
      project('crash', ['tests/**/*.crash.test.ts'], { timeoutMs: 300_000 * crashScale, serial: true }),
      project('e2e', ['tests/**/*.e2e.test.ts'], {
        timeoutMs: 120_000,
        serial: true,
        // The application runs as it is shipped.
        env: { NODE_COMPILE_CACHE: '' },
      }),
    ],
  },
});
