import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startVirtualPrinter } from '../virtual-printer.ts';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '9100' },
    folder: { type: 'string', default: 'out/printer' },
  },
});
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
  onBadJob: (error) => console.error(`Lệnh in không hợp lệ / bad print job: ${error.message}`),
}).catch((error: unknown) => {
  console.error(`Không mở được máy in ảo tại cổng ${port} / cannot listen on port ${port}: ${String(error)}`);
  process.exit(1);
});

console.log(`Máy in ảo đang chờ tại ${printer.host}:${printer.port}; phiếu được lưu vào ${folder}`);
console.log(`The virtual printer listens on ${printer.host}:${printer.port}; slips are saved to ${folder}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void printer.close());
}
