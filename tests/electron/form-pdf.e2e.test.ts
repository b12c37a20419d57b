import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBundle } from '../../scripts/build.ts';
import { resolveRuntime, type Runtime } from '../../scripts/runtime.ts';
import { ensureProgram } from '../../scripts/system-packages.ts';
import type { Seen } from './form-pdf-shell.ts';

/** The real renderer of the shell, started once. What a dialog answers to a person is not here: nobody is. */
describe('a page that becomes a PDF', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'form-pdf-'));
  let runtime: Runtime;
  let seen: Seen;

  beforeAll(async () => {
    ensureProgram({ program: 'pdftotext', debianPackage: 'poppler-utils' });
    runtime = await resolveRuntime();
    const main = path.join(folder, 'main.cjs');
    await writeBundle({ input: 'tests/electron/form-pdf-shell.ts', file: main, format: 'cjs', target: 'node18' });
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "form-pdf-shell", "main": "main.cjs" }');
    const shell = spawn(runtime.bin, [...runtime.args, folder], {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, ...runtime.env, FORM_PDF_FOLDER: folder },
    });
    const [exitCode] = await once(shell, 'exit');
    if (exitCode !== 0) throw new Error(`the shell ended with ${exitCode}`);
    seen = JSON.parse(readFileSync(path.join(folder, 'seen.json'), 'utf8'));
  });

  afterAll(() => {
    runtime.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function textOf(name: string): string {
    return execFileSync('pdftotext', [path.join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).trim();
  }

  function sizeOf(name: string): string | undefined {
    const info = execFileSync('pdfinfo', [path.join(folder, `${name}.pdf`)], { encoding: 'utf8' });
    return /Page size:\s+([\d.]+ x [\d.]+)/.exec(info)?.[1];
  }

  test('reaches no network, where an ordinary window asks for all of it', () => {
    expect(seen.requests.form).toBe(0);
    expect(seen.requests.ordinary).toBeGreaterThanOrEqual(5);
    expect(textOf('asking')).toContain('asking');
  });

  test('runs no script', () => {
    expect(textOf('scripted')).toBe('untouched');
  });

  test('may be bigger than an address can hold', () => {
    expect(textOf('big')).toBe('the end of a big page');
  });

  test('has the paper that it names itself', () => {
    expect(sizeOf('many-0')).toBe('420 x 594.96');
    expect(sizeOf('upright')).toBe('594.96 x 841.92');
    expect(sizeOf('across')).toBe('841.92 x 594.96');
  });

  test('is one of several asked for at once, each for itself and one after the other', () => {
    expect([0, 1, 2, 3, 4].map((i) => textOf(`many-${i}`))).toEqual([0, 1, 2, 3, 4].map((i) => `page number ${i}`));
    expect(seen.mostWindows).toBe(1);
  });

  test('is given up when it takes too long, and the next one comes all the same', () => {
    expect(seen.late).toBe('form-timed-out');
    expect(textOf('after-late')).toBe('after the late one');
  });

  test('leaves no window, nor does a dialog that nobody answers', () => {
    expect(seen.dialog).toBe('failed');
    expect(seen.windowsAfterwards).toBe(0);
  });
});
