import { makeScanCode } from '../scan-code.ts';
import type { SlipIssue } from './slip-issue.ts';

export const TEST_SLIP_TEMPLATE = 'test-slip/1';

/**
 * The code on a test slip and on the sheet for setting up scanners: true check digits, and a unit that does not exist, so
 * that it can be read everywhere and opens nothing.
 */
export const TEST_SCAN_CODE = makeScanCode({ unitCode: '00000', station: 99, yearOfCentury: 0, runningNumber: 99_999 });

/** Shows whether a printer prints sharp, straight and complete (trang in thử), and whether a scanner reads it. */
export type TestSlip = SlipIssue & {
  readonly template: typeof TEST_SLIP_TEMPLATE;
  /** As the clerk knows it: an address, a device. */
  readonly printerName: string;
};

export function testSlipOf(printerName: string, issue: SlipIssue): TestSlip {
  return { ...issue, template: TEST_SLIP_TEMPLATE, printerName };
}
