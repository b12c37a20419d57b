import { isIP } from 'node:net';
import { parseIppUri } from '../../printing/ipp-printer.ts';
import { isDevicePath, isProfileId, profileFor } from '../../printing/send-to-printer.ts';
import type { FormPrinterChoice, PrinterChoice } from '../contract/print-views.ts';

export type PrinterSetting = { readonly choice: PrinterChoice; readonly modelId: string };

const NO_PRINTER: PrinterSetting = { choice: { kind: 'none' }, modelId: profileFor(80).id };

const HOST_NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;
const LAST_PORT = 65_535;

/** A choice that can be printed to, without spaces around; undefined for an impossible host, port or device. */
export function parsePrinterChoice(value: unknown): PrinterChoice | undefined {
  if (!isObject(value)) return undefined;
  const { kind, host, port, path } = value;
  if (kind === 'none' || kind === 'virtual') return { kind };
  if (kind === 'device' && typeof path === 'string') {
    return isDevicePath(path.trim(), process.platform) ? { kind, path: path.trim() } : undefined;
  }
  if (kind !== 'tcp' || typeof host !== 'string' || typeof port !== 'number') return undefined;
  const bare = host.trim().replace(/^\[(.*)\]$/, '$1');
  return isHost(bare) && isPort(port) ? { kind, host: bare, port } : undefined;
}

/** Where forms go; undefined for an address that is none of an IPP printer. */
export function parseFormPrinterChoice(value: unknown): FormPrinterChoice | undefined {
  if (!isObject(value)) return undefined;
  const { kind, uri } = value;
  if (kind === 'none' || kind === 'system') return { kind };
  const parsed = kind === 'ipp' && typeof uri === 'string' ? parseIppUri(uri.trim()) : undefined;
  return parsed === undefined ? undefined : { kind: 'ipp', uri: parsed };
}

/** The setting as it stands in the store, also as a former program wrote it; {@link NO_PRINTER} when none was kept. */
export function parsePrinterSetting(value: unknown): PrinterSetting {
  const choice = isObject(value) ? parsePrinterChoice(value['choice']) : undefined;
  if (!isObject(value) || !choice) return NO_PRINTER;
  const { modelId, paperWidthMm } = value;
  if (typeof modelId === 'string' && isProfileId(modelId)) return { choice, modelId };
  return { choice, modelId: profileFor(paperWidthMm === 58 ? 58 : 80).id };
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
