import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/store.ts';
import { tryToEnrol, UNIT } from './client.ts';
import { runServer, serve } from './server-process.ts';

const CODE = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/;

describe('the first start of a server', () => {
  test('--init prints a code that enrols a counter, and goes on to serve', async () => {
    const server = await serve('--init', '--unit', UNIT, '--data', folder(), '--port', '0');
    const code = CODE.exec(server.printed.join('\n'))?.[0] ?? '';
    expect((await tryToEnrol(server, { code })).status).toBe(200);
    expect((await tryToEnrol(server, { code, station: 2, log: 'bbbb.1' })).status).toBe(403);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  test('with --no-serve it ends after printing the code, which is good when the server starts later', async () => {
    const data = folder();
    const ended = await runServer('--init', '--unit', UNIT, '--data', data, '--no-serve');
    expect(ended.code).toBe(0);
    const code = CODE.exec(ended.out)?.[0] ?? '';
    const server = await serve('--data', data, '--port', '0');
    expect((await tryToEnrol(server, { code })).status).toBe(200);
  });

  test('--new-code prints another code while the server runs', async () => {
    const data = folder();
    const server = await serve('--init', '--unit', UNIT, '--data', data, '--port', '0');
    const ended = await runServer('--new-code', '--unit', UNIT, '--data', data, '--no-serve');
    const code = CODE.exec(ended.out)?.[0] ?? '';
    expect((await tryToEnrol(server, { code })).status).toBe(200);
  });
});

describe('what cannot be done is said in a sentence', () => {
  test('nothing was set up yet', async () => {
    for (const args of [[], ['--new-code', '--unit', UNIT]]) {
      const ended = await runServer(...args, '--data', folder());
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toMatch(/^Chưa có dữ liệu.*--init.*\n$/);
    }
  });

  test('the unit is missing or is none', async () => {
    for (const unit of [[], ['--unit', '8305'], ['--unit', 'Xuân Viên']]) {
      const ended = await runServer('--init', ...unit, '--data', folder());
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toMatch(/^Thiếu --unit.*\n$/);
    }
  });

  test('the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void holder.close());
    await once(holder, 'listening');
    const address = holder.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const data = folder();
    await runServer('--init', '--unit', UNIT, '--data', data, '--no-serve');
    const ended = await runServer('--data', data, '--port', String(port));
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^Cổng đang có chương trình khác dùng.*--port.*\n$/);
  });

  test.for(['0x', '-1', '70000', '7070.5'])('%s is no port', async (port) => {
    const data = folder();
    await runServer('--init', '--unit', UNIT, '--data', data, '--no-serve');
    const ended = await runServer('--data', data, `--port=${port}`);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^Cổng phải là số.*\n$/);
  });

  test('the data are of a newer server', async () => {
    const data = folder();
    await runServer('--init', '--unit', UNIT, '--data', data, '--no-serve');
    const db = new Database(path.join(data, 'server.db'));
    db.pragma('user_version = 9990');
    db.close();
    const ended = await runServer('--data', data);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^Dữ liệu do bản mới hơn tạo ra.*\n$/);
  });

  test('a word it does not know is answered with the help, in both languages', async () => {
    const ended = await runServer('--serve-me');
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('mã ghi danh dùng một lần');
    expect(ended.err).toContain('a one-time enrolment code');
    expect((await runServer('--help')).out).toContain('--new-code');
  });
});

function folder(): string {
  return path.join(temporaryFolder(), 'server');
}
