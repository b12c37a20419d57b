import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensureProgram } from '../../../scripts/system-packages.ts';
import { sendTo } from './sending.ts';
import { smallPdf } from '../../../scripts/test-ipp/small-pdf.ts';
import { startTestPrinter } from './test-printer.ts';

ensureProgram({ program: 'openssl', debianPackage: 'openssl' });
const folder = mkdtempSync(path.join(tmpdir(), 'ipp-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As a printer makes it for itself: signed by nobody else, for another name, long expired or not does not matter. */
function selfSigned(): { readonly key: string; readonly cert: string } {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name));
  if (key === undefined || cert === undefined) throw new Error('no names');
  const make = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=may-in',
  ];
  execFileSync('openssl', [...make, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

test('an office printer that signs its certificate itself is spoken to by TLS, byte for byte', async () => {
  const printer = await startTestPrinter({ tls: selfSigned() });
  const document = smallPdf('A5', 100_000);
  expect(printer.uri).toMatch(/^ipps:/u);
  expect(await sendTo(printer, { document })).toEqual({ kind: 'confirmed' });
  expect(printer.jobs[0]?.document).toEqual(document);
  expect(printer.complaints).toEqual([]);
  await printer.close();
});

test('a printer that wants TLS gets nothing in the clear', async () => {
  const printer = await startTestPrinter({ tls: selfSigned() });
  const outcome = await sendTo({ uri: printer.uri.replace('ipps:', 'ipp:') });
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(printer.asked).toEqual([]);
  await printer.close();
});
