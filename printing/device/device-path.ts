/** POSIX: a file below /dev, each part of its name plain, so that nothing climbs out of it. */
const POSIX_DEVICE = /^\/dev(?:\/(?!\.{1,2}(?:\/|$))[\w.:@+-]+)+$/;
/** A printer that Windows shares, on this computer or another. */
const WINDOWS_SHARE = /^\\\\(?!\.\\)[^\\/:*?"<>|\p{Cc}]+\\[^\\/:*?"<>|\p{Cc}]+$/u;
const WINDOWS_PORT = /^(?:COM(?<com>[1-9]\d{0,2})|LPT[1-9])$/i;
const LAST_COM = 256;
const LONGEST = 255;

/**
 * Whether the text names a printer's device on that system: /dev/usb/lp0 or /dev/ttyUSB0; on Windows \\localhost\POS80,
 * COM1 to COM256 or LPT1 to LPT9. Says nothing of whether the device is there.
 */
export function isDevicePath(text: string, platform: string): boolean {
  if (text.length > LONGEST) return false;
  if (platform !== 'win32') return POSIX_DEVICE.test(text);
  const port = WINDOWS_PORT.exec(text);
  return port ? Number(port.groups?.['com'] ?? 1) <= LAST_COM : WINDOWS_SHARE.test(text);
}

/** The name under which Windows opens the device: ports from COM10 on are found only in the device name space. */
export function windowsName(path: string): string {
  return WINDOWS_PORT.test(path) ? `\\\\.\\${path.toUpperCase()}` : path;
}
