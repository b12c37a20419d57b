import { isIP } from 'node:net';
import type { PaperWidth, PrinterChoice } from '../contract/views.ts';

export type PrinterSetting = { readonly choice: PrinterChoice; readonly paperWidthMm: PaperWidth };

const NO_PRINTER: PrinterSetting = { choice: { kind: 'none' }, paperWidthMm: 80 };

const HOST_NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;
const LAST_PORT = 65_535;

/** A choice that can be printed to, its host without spaces around; undefined for an impossible host or port. */
export function parsePrinterChoice(value: unknown): PrinterChoice | undefined {
  if (!isObject(value)) return undefined;
  const { kind, host, port } = value;
  if (kind === 'none' || kind === 'virtual') return { kind };
  if (kind !== 'tcp' || typeof host !== 'string' || typeof port !== 'number') return undefined;
  return isHost(host.trim()) && isPort(port) ? { kind, host: host.trim(), port } : undefined;
}

/** The setting as it stands in the store; {@link NO_PRINTER} when none was kept. */
export function parsePrinterSetting(value: unknown): PrinterSetting {
  const choice = isObject(value) ? parsePrinterChoice(value['choice']) : undefined;
  if (!isObject(value) || !choice) return NO_PRINTER;
  return { choice, paperWidthMm: value['paperWidthMm'] === 58 ? 58 : 80 };
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function isHost(text: string): boolean {
  return isIP(text) !== 0 || HOST_NAME.test(text);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= LAST_PORT;
}
