import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startVirtualPrinter, type VirtualCondition } from '../virtual-printer.ts';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '9100' },
    folder: { type: 'string', default: 'out/printer' },
  },
});
/** What to type for a demo, a line for each. */
const CONDITIONS: { readonly [typed: string]: { readonly condition: VirtualCondition; readonly says: string } } = {
  s: { condition: 'ready', says: 'sẵn sàng / ready' },
  i: { condition: 'paper-low', says: 'sắp hết giấy / paper low' },
  h: { condition: 'paper-out', says: 'hết giấy / paper out' },
  n: { condition: 'cover-open', says: 'mở nắp / cover open' },
  t: { condition: 'offline', says: 'tạm dừng / offline' },
  l: { condition: 'error', says: 'lỗi / error' },
};
const KEYS = Object.entries(CONDITIONS).map(([key, { says }]) => `${key} = ${says}`);

const folder = resolve(values.folder);

const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`Cổng phải là số từ 1 đến 65535 / the port must be 1 to 65535: ${values.port}`);
  process.exit(1);
}

const printer = await startVirtualPrinter({
  host: values.host,
  port,
  folder,
  onSlip: ({ number, widthDots, heightDots, file, isCut }) => {
    const size = `${widthDots / 8} x ${Math.round(heightDots / 8)} mm`;
    const uncut = isCut ? '' : ' (không cắt / not cut)';
    console.log(`Phiếu ${number} / slip ${number}: ${size}${uncut} → ${file}`);
  },
  onCondition: (now) => {
    const says = Object.values(CONDITIONS).find(({ condition }) => condition === now)?.says;
    console.log(`Máy in / printer: ${says}`);
  },
  onBadJob: (error) => console.error(`Lệnh in không hợp lệ / bad print job: ${error.message}`),
}).catch((error: unknown) => {
  console.error(`Không mở được máy in ảo tại cổng ${port} / cannot listen on port ${port}: ${String(error)}`);
  process.exit(1);
});

console.log(`Máy in ảo đang chờ tại ${printer.host}:${printer.port}; phiếu được lưu vào ${folder}`);
console.log(`The virtual printer listens on ${printer.host}:${printer.port}; slips are saved to ${folder}`);

console.log(`Gõ rồi Enter / type and press Enter: ${KEYS.join('; ')}`);

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const typed = CONDITIONS[line.trim().toLowerCase()];
  if (typed) printer.setCondition(typed.condition);
  else console.log(KEYS.join('; '));
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    lines.close();
    process.stdin.destroy();
    void printer.close();
  });
}
