import { expect, test } from 'vitest';
import { windowsName } from '../../printing/device/device-path.ts';
import { isDevicePath } from '../../printing/send-to-printer.ts';

test.each(['/dev/usb/lp0', '/dev/ttyUSB0', '/dev/serial/by-id/usb-Prolific_Technology_Inc._USB-Serial-if00-port0'])(
  '%s is a device on Linux and none on Windows',
  (path) => {
    expect([isDevicePath(path, 'linux'), isDevicePath(path, 'win32')]).toEqual([true, false]);
  },
);

test.each(['\\\\localhost\\POS80', '\\\\QUAY-2\\May in phieu', 'COM1', 'com256', 'LPT1'])(
  '%s is a device on Windows and none on Linux',
  (path) => {
    expect([isDevicePath(path, 'linux'), isDevicePath(path, 'win32')]).toEqual([false, true]);
  },
);

test.each([
  '',
  '/dev',
  '/dev/',
  '/dev/../etc/passwd',
  '/dev/usb/../../etc/passwd',
  '/dev/./lp0',
  '/dev//lp0',
  '/dev/lp0/',
  '/dev/lp 0',
  '/dev/lp0\n',
  '/tmp/lp0',
  'dev/lp0',
  'C:\\slips\\slip.bin',
  '\\\\localhost\\share\\file.bin',
  '\\\\localhost\\',
  '\\\\.\\PhysicalDrive0',
  '\\\\?\\C:',
  'COM0',
  'COM257',
  'LPT0',
  'LPT10',
  'NUL',
  `/dev/${'l'.repeat(300)}`,
])('%j is no device anywhere', (path) => {
  expect([isDevicePath(path, 'linux'), isDevicePath(path, 'win32')]).toEqual([false, false]);
});

test('Windows opens a port by its name in the device name space and a share as it is', () => {
  expect(['COM3', 'com12', 'LPT1', '\\\\localhost\\POS80'].map(windowsName)).toEqual([
    '\\\\.\\COM3',
    '\\\\.\\COM12',
    '\\\\.\\LPT1',
    '\\\\localhost\\POS80',
  ]);
});
