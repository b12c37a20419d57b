import { describe, expect, test } from 'vitest';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { codeText } from '../../renderer/hand-over/code-text.ts';
import { appointmentReason, feeText, limitText } from '../../renderer/text/appointment.ts';
import { FACT_KINDS } from '../../renderer/text/facts.ts';
import { ANOMALIES } from '../../renderer/text/register.ts';
import { STATUS } from '../../renderer/text/vi.ts';

describe('the reason of an appointment, in one line', () => {
  const at = localMoment('2020-05-05T17:30');

  test('the days off on the way are named', () => {
    const daysOff = [
      { date: plainDate('2020-04-30'), name: 'Ngày Chiến thắng' },
      { date: plainDate('2020-05-01'), name: 'Quốc tế Lao động' },
    ];
    const basis = { kind: 'working-days', days: 3 } as const;
    expect(appointmentReason({ at, basis, daysOff, calendarVersion: 'x' })).toBe(
      '3 ngày làm việc, không tính ngày nhận. Nghỉ: Ngày Chiến thắng 30/04, Quốc tế Lao động 01/05.',
    );
  });

  test('hours are working hours', () => {
    const basis = { kind: 'hours', hours: 8 } as const;
    expect(appointmentReason({ at, basis, daysOff: [], calendarVersion: 'x' })).toMatch(/^8 giờ làm việc/);
  });

  test('an agreed date carries its reason', () => {
    const basis = { kind: 'agreed', reason: 'chờ lịch năm sau' } as const;
    expect(appointmentReason({ at, basis, daysOff: [], calendarVersion: 'x' })).toBe(
      'Đã thống nhất với người nộp: chờ lịch năm sau',
    );
  });
});

test('a limit is said as published', () => {
  expect(limitText({ kind: 'same-day', cutOffMinute: 900 })).toBe(
    'trong ngày (nhận sau 15 giờ: ngày làm việc tiếp theo)',
  );
  expect(limitText({ kind: 'working-days', days: 5 })).toBe('5 ngày làm việc');
  expect(limitText({ kind: 'calendar-days', days: 15 })).toBe('15 ngày');
  expect(limitText({ kind: 'hours', hours: 8 })).toBe('8 giờ làm việc');
  expect(limitText({ kind: 'hours', hours: 4.5 })).toBe('4,5 giờ làm việc');
  expect(limitText({ kind: 'none' })).toBe('không công bố');
});

test('a fee is said with what it is paid for; one set by the province is not called free', () => {
  expect(feeText({ amountVnd: 2_000, per: 'page', note: 'nhiều nhất 200.000 đ/bản' })).toBe(
    '2.000 đ/trang (nhiều nhất 200.000 đ/bản)',
  );
  expect(feeText({ amountVnd: 0, per: 'dossier' })).toBe('không thu');
  expect(feeText({ amountVnd: undefined, per: 'dossier' })).toBe('theo mức của tỉnh');
});

test('the names of states are told apart', () => {
  const names = Object.values(STATUS);
  expect(new Set(names).size).toBe(names.length);
});

test('a step that does not fit is named in the sentence about it', () => {
  expect(ANOMALIES['out-of-place'](FACT_KINDS['signature-requested'])).toContain('“Trình ký”');
});

test('a code is shown in groups of four, however it was typed', () => {
  expect(codeText('0830501260004287')).toBe('0830 5012 6000 4287');
  expect(codeText('0830-5012 60')).toBe('0830 5012 60');
  expect(codeText('đ0830ă')).toBe('0830');
  expect(codeText('08305012600042879')).toBe('0830 5012 6000 4287');
});
