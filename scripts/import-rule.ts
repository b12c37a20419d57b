import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { projectRoot, say } from './console.ts';

const FOLDERS = ['domain', 'electron', 'printing', 'renderer', 'scripts', 'sync', 'tests'];

/** Prints each import that breaks `.dependency-cruiser.mjs`; exits with 1 when there is one. */
process.chdir(projectRoot);
const options: ICruiseOptions = await extractOptions(path.join(projectRoot, '.dependency-cruiser.mjs'));
const { output } = await cruise(FOLDERS, options, {}, { tsConfig: extractTsConfig('tsconfig.json') });
if (typeof output === 'string') throw new Error('dependency-cruiser answered text where a result was asked for');

for (const { rule, from, to, cycle } of output.summary.violations) {
  say(`${rule.name}: ${from} -> ${cycle ? cycle.map((step) => step.name).join(' -> ') : to}`);
}

// With a TypeScript that it cannot read it sees no module, and calls that clean.
const read = new Set(output.modules.map((module) => module.source));
const unread = (await sources()).filter((file) => !read.has(file));
if (unread.length > 0) say(`not read, so not checked: ${unread.join(', ')}`);

process.exitCode = output.summary.violations.length + unread.length > 0 ? 1 : 0;
if (process.exitCode === 0) say(`${read.size} modules keep the import rule`);

async function sources(): Promise<readonly string[]> {
  const found = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = await readdir(path.join(projectRoot, folder), { recursive: true });
      return names
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => path.posix.join(folder, ...name.split(path.sep)));
    }),
  );
  return found.flat();
}
