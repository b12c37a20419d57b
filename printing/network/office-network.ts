import { BlockList, isIP } from 'node:net';

const officeNetworks = new BlockList();
officeNetworks.addSubnet('10.0.0.0', 8, 'ipv4');
officeNetworks.addSubnet('172.16.0.0', 12, 'ipv4');
officeNetworks.addSubnet('192.168.0.0', 16, 'ipv4');
officeNetworks.addSubnet('169.254.0.0', 16, 'ipv4');
officeNetworks.addSubnet('127.0.0.0', 8, 'ipv4');
officeNetworks.addAddress('::1', 'ipv6');
officeNetworks.addSubnet('fe80::', 10, 'ipv6');
officeNetworks.addSubnet('fc00::', 7, 'ipv6');

/** Whether a connection to this number stays inside the building: private, link-local or this machine (RFC 1918, 4193). */
export function isInOfficeNetwork(ip: string): boolean {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '');
  const version = isIP(plain);
  return version !== 0 && officeNetworks.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}
