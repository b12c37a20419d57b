import { describe, expect, test } from 'vitest';
import { parseIppAddress, printerUriOf } from '../../../printing/ipp/ipp-address.ts';
import { isInOfficeNetwork } from '../../../printing/network/office-network.ts';
import { parseIppUri } from '../../../printing/ipp-printer.ts';

describe('an address as a clerk types it', () => {
  test.each([
    ['192.168.1.50', 'ipp://192.168.1.50/ipp/print'],
    ['  ipp://192.168.1.50/ ', 'ipp://192.168.1.50/ipp/print'],
    ['ipp://192.168.1.50:631/ipp/print', 'ipp://192.168.1.50/ipp/print'],
    ['IPP://May-In.LOCAL:8631/printers/A5', 'ipp://may-in.local:8631/printers/A5'],
    ['ipps://may-in.local', 'ipps://may-in.local/ipp/print'],
    ['ipps://may-in.local:443/ipp/print', 'ipps://may-in.local:443/ipp/print'],
    ['http://10.0.0.7:631/ipp', 'http://10.0.0.7:631/ipp'],
    ['http://10.0.0.7/ipp', 'http://10.0.0.7/ipp'],
    ['[fe80::0:1]:8631', 'ipp://[fe80::1]:8631/ipp/print'],
    ['ipp://[2001:DB8::5]/ipp/print', 'ipp://[2001:db8::5]/ipp/print'],
    ['may_in_tang_2', 'ipp://may_in_tang_2/ipp/print'],
    ['ipp://10.0.0.7/in phiếu'.replace(' ', '%20'), 'ipp://10.0.0.7/in%20phi%E1%BA%BFu'],
  ])('%s is %s', (typed, uri) => {
    expect(parseIppUri(typed)).toBe(uri);
  });

  test.each([
    'ipp://192.168.1.50:631/ipp/print',
    'http://10.0.0.7:631/ipp',
    'https://10.0.0.7/ipp?queue=2',
    '[fe80::0:1]:8631',
    '10.1',
  ])('what was made of %s is made of itself again', (typed) => {
    const uri = parseIppUri(typed);
    expect(uri).toBeDefined();
    expect(parseIppUri(uri ?? '')).toBe(uri);
  });

  test.each([
    '',
    'ipp://',
    'máy in tầng 2',
    'usb://HP/LaserJet',
    'ipp://clerk:secret@10.0.0.7/ipp/print',
    'ipp://10.0.0.7:0/ipp/print',
    'ipp://10.0.0.7:99999/ipp/print',
    'ipp://10.0.0.999/ipp/print',
    'ipp://[fe80::zz]/ipp/print',
    'ipp://10.0.0.7/ipp print',
    'ipp://10.0.0.7/ipp#A5',
    `ipp://10.0.0.7/${'a'.repeat(2_000)}`,
  ])('%s is none', (typed) => {
    expect(parseIppUri(typed)).toBeUndefined();
  });

  test.each([
    ['http://10.0.0.7:631/ipp/print', 'ipp://10.0.0.7/ipp/print'],
    ['http://10.0.0.7/ipp/print', 'ipp://10.0.0.7:80/ipp/print'],
    ['https://10.0.0.7/ipp/print', 'ipps://10.0.0.7:443/ipp/print'],
  ])('to the printer itself %s is %s', (typed, uri) => {
    const address = parseIppAddress(typed);
    expect(address && printerUriOf(address)).toBe(uri);
  });
});

test.each([
  ['192.168.1.50', true],
  ['10.255.0.1', true],
  ['172.31.4.4', true],
  ['172.32.4.4', false],
  ['169.254.9.9', true],
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:192.168.1.50', true],
  ['::ffff:203.0.113.9', false],
  ['fe80::1%eth0', true],
  ['fd12::9', true],
  ['2001:db8::9', false],
  ['203.0.113.9', false],
  ['may-in.local', false],
])('%s in the office network: %s', (ip, is) => {
  expect(isInOfficeNetwork(ip)).toBe(is);
});
