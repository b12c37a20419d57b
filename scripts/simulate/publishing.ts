import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseMonthDay } from '../../domain/office-hours.ts';
import { addDays } from '../../domain/plain-date.ts';
import { seatFor } from './seat.ts';
import { type Site, todayAt } from './site.ts';

const OLD_DOSSIERS = 30;

/** The open dossiers of the former system are taken over; a second time, nothing is. */
export async function goLive(site: Site): Promise<void> {
  const { station, chance, people, tally } = site;
  if (!(await seatFor(site, 'administer'))) return tally.fail('nobody can take the old dossiers over');
  const rows = Array.from({ length: OLD_DOSSIERS }, (_none, n) => {
    const { name, address } = people.someone();
    const received = addDays(todayAt(site), -chance.between(1, 20));
    const promised = addDays(received, chance.between(1, 25));
    const state = chance.is(0.3) ? 'Đã có kết quả' : 'Đang xử lý';
    const procedure = chance.is(0.7) ? '2.001035;Chứng thực hợp đồng' : ';Cấp giấy xác nhận vùng nguyên liệu';
    return `H44-OLD-${1_000 + n};${26_040_000 + n};${name};;${address};${procedure};${shown(received)} 08:15;${shown(promised)};${state}`;
  });
  const header =
    'Số hồ sơ;Mã vạch;Chủ hồ sơ;Số điện thoại;Địa chỉ;Mã TTHC;Tên thủ tục;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái';
  station.chooseFile(put(site, 'old-dossiers.csv', `\uFEFF${[header, ...rows].join('\n')}\n`));
  for (const expected of [OLD_DOSSIERS, 0]) {
    const read = await station.try('goLive.read', {});
    const applied = read.ok ? await station.try('goLive.apply', { readingId: read.value.readingId }) : read;
    if (!applied.ok || applied.value.taken !== expected) {
      tally.fail(`of ${OLD_DOSSIERS} old dossiers ${expected} should be taken over: ${JSON.stringify(applied)}`);
    }
  }
  tally.count('go-live');
}

/** A day off of the commune, for every date that is promised from now on. */
export async function publishCalendar(site: Site): Promise<void> {
  const { station, tally, clock } = site;
  if (!(await seatFor(site, 'administer'))) return;
  const calendar = await station.try('calendar.get', {});
  if (!calendar.ok) return;
  const date = addDays(todayAt(site), 10);
  const isOff = calendar.value.daysOff.some((day) => day.date === date);
  const daysOff = isOff ? calendar.value.daysOff : [...calendar.value.daysOff, { date, name: 'Ngày nghỉ của xã' }];
  const changed = { ...calendar.value, version: `xuan-vien-${clock.now()}`, daysOff };
  await station.try('calendar.effects', { calendar: changed });
  const done = await station.try('calendar.publish', { calendar: changed, reason: 'Theo thông báo của xã' });
  if (done.ok) tally.count('calendar published');
  else tally.fail(`a calendar could not be published: ${done.code}`);
}

/** Hours of the summer, and what the council set. */
export async function setUnitRules(site: Site): Promise<void> {
  const { station, tally } = site;
  if (!(await seatFor(site, 'administer'))) return;
  const rules = await station.try('unitRules.get', {});
  const from = parseMonthDay('05-15');
  const until = parseMonthDay('09-15');
  if (!rules.ok || !from || !until) return;
  const hours = { morning: { from: 420, until: 690 }, afternoon: { from: 810, until: 1_020 } };
  const seasons = [{ from, until, hours }];
  const councilAmounts = { '1.004859': { duty: 28_000 }, '1.001193': { duty: 8_000 } };
  const done = await station.try('unitRules.set', { ...rules.value, seasons, councilAmounts });
  if (done.ok) tally.count('unit rules set');
  else tally.fail(`the unit's rules could not be set: ${done.code}`);
}

/** The province publishes a procedure anew, and one that nobody received so far. */
export async function publishCatalogue(site: Site): Promise<void> {
  const { station, tally } = site;
  if (!(await seatFor(site, 'administer'))) return;
  const rows = [officialRow('1.004837', 'Thủ tục đăng ký giám hộ', 2), officialRow('1.009999', 'Thủ tục thử', 4)];
  station.chooseFile(put(site, 'catalogue.json', JSON.stringify({ procedures: rows })));
  const read = await station.try('catalogue.read', {});
  const done = read.ok ? await station.try('catalogue.apply', { readingId: read.value.readingId }) : read;
  if (done.ok && done.value.published > 0) tally.count('catalogue published');
  else tally.fail(`a catalogue could not be published: ${JSON.stringify(done)}`);
}

function officialRow(code: string, name: string, processingTime: number) {
  return {
    code,
    name,
    categoriesDetails: [{ name: 'Hộ tịch' }],
    isWard: true,
    processingTime,
    processingTimeUnit: 'WORKING_DAY',
    fees: [{ value: 0, description: 'Không thu' }],
    executionCases: [{ name: 'Bao gồm', profileComponents: [{ name: 'Tờ khai', originalQty: 1, copyQty: 0 }] }],
    resultsDetails: [{ name: 'Trích lục' }],
  };
}

function shown(date: string): string {
  return date.split('-').toReversed().join('/');
}

function put({ station }: Site, name: string, text: string): string {
  const file = path.join(station.desktop, name);
  writeFileSync(file, text);
  return file;
}
