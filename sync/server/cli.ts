import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from './app.ts';
import { listen, OpenNetworkError } from './listen.ts';
import { hashCode, newEnrolmentCode } from './secrets.ts';
import { ServerFileError } from './sqlite-file.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

const HELP = `Máy chủ cấp trên của Quầy Một cửa / Upstream server of the counters

  npm run server -- --init --unit 08305     tạo dữ liệu, in mã ghi danh dùng một lần, rồi chạy
                                            make the data, print a one-time enrolment code, serve
  npm run server -- --new-code --unit 08305 in thêm một mã cho máy khác / print a code for another counter
  npm run server                            chạy / serve

  --data FOLDER   nơi giữ dữ liệu / where the data is kept   (data/server)
  --port N        cổng / port                                (7070)
  --no-serve      chỉ làm việc trên rồi thôi / do the above and stop
`;

const CODE_LIFETIME_MS = 7 * 24 * 3_600_000;

const SENTENCES: Readonly<Record<string, string>> = {
  'not-initialised':
    'Chưa có dữ liệu ở đây. Hãy chạy với --init --unit <mã đơn vị>. / No data here yet: run with --init.',
  'database-from-the-future':
    'Dữ liệu do bản mới hơn tạo ra; không đụng tới. Hãy dùng bản mới. / Data of a newer version.',
  'not-our-database': 'Tệp dữ liệu này không phải của máy chủ. / The file is not this server’s.',
  'plain-http-outside-loopback': 'Chỉ nghe trên chính máy này khi chưa có TLS. / Plain HTTP on loopback only.',
  EADDRINUSE:
    'Cổng đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port. / The port is taken: choose another.',
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      init: { type: 'boolean', default: false },
      'new-code': { type: 'boolean', default: false },
      'no-serve': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      unit: { type: 'string' },
      data: { type: 'string', default: path.join('data', 'server') },
      port: { type: 'string', default: '7070' },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const wantsCode = values.init || values['new-code'];
  const unitCode = values.unit ?? '';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return fail('Cổng phải là số từ 0 đến 65535. / --port needs a number from 0 to 65535.');
  if (wantsCode && !/^\d{5}$/.test(unitCode))
    return fail('Thiếu --unit <5 chữ số mã đơn vị>. / --unit needs 5 digits.');
  if (values.init) mkdirSync(values.data, { recursive: true });
  const store = openSqliteStore(path.join(values.data, 'server.db'), { create: values.init });
  if (wantsCode) await printCode(store, unitCode);
  if (values['no-serve']) return store.close();
  await serve(store, port);
}

async function printCode(store: Store, unitCode: string): Promise<void> {
  const code = newEnrolmentCode();
  await store.addCode({ codeHash: hashCode(code), unitCode, expiresAt: Date.now() + CODE_LIFETIME_MS });
  say(`Mã ghi danh / enrolment code ${unitCode}: ${code}`);
}

async function serve(store: Store, wanted: number): Promise<void> {
  const app = createServer({ store, now: Date.now, log: say });
  const port = await listen(app, { host: '127.0.0.1', port: wanted });
  say(`Đang chạy / listening: http://127.0.0.1:${port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => store.close()));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isKnown = error instanceof ServerFileError || error instanceof OpenNetworkError || code === 'EADDRINUSE';
  fail(isKnown ? (SENTENCES[code] ?? code) : `${error instanceof Error ? error.message : 'failed'}\n\n${HELP}`);
}
