/** A right input of each command that asks for the register books. */
export const REPORT_INPUTS = {
  'report.register': { from: '2020-04-01', until: '2020-04-30', offset: 0, limit: 200 },
  'report.count': { from: '2020-04-01', until: '2020-04-30' },
  'report.state': {},
  'report.stop': {},
  'report.cashList': { day: '2020-04-20' },
  'report.saveTable': { asked: { table: 'register', from: '2020-04-01', until: '2020-04-30' } },
} as const;

/** The same of the counter's test of itself. */
export const SELF_TEST_INPUTS = {
  'selfTest.run': {},
  'selfTest.state': {},
  'selfTest.save': { text: 'Tự kiểm tra' },
} as const;
