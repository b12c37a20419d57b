import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LOOK_UP_COLUMNS } from '../../domain/look-up.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { parseDossierId, scanCodeOf } from '../../domain/scan-code.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import { FoundFile, type FoundLines } from '../../electron/core/found-file.ts';
import { temporaryFolder } from '../support/store.ts';

function rowOf(name: string): DossierRow {
  const id = parseDossierId('08305012000001');
  if (!id) throw new Error('not an id');
  return {
    id,
    scanCode: scanCodeOf(id),
    status: 'result-ready',
    oldNumber: 'H44-0012',
    procedureAlias: 'Khai sinh',
    applicantName: name,
    applicantPhone: '0987654321',
    receivedAt: localMoment('2020-04-20T08:00'),
    station: 1,
    hasAnomaly: false,
  };
}

function linesOf(total: number, name = 'Nguyễn Thị Đào'): FoundLines {
  return {
    total,
    columns: LOOK_UP_COLUMNS,
    rowsFrom: (offset, limit) => Array.from({ length: Math.min(limit, total - offset) }, () => rowOf(name)),
  };
}

test('every line is written once, as a Vietnamese Excel reads it, and a name is never a formula', async () => {
  const file = path.join(temporaryFolder(), 'danh-sach.csv');
  const told: unknown[] = [];
  const saved: FoundFile = new FoundFile(() => told.push(saved.view()));
  expect(await saved.write(file, linesOf(450, '=HYPERLINK(A1)'))).toEqual({ ok: true, value: { rows: 450 } });
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\uFEFFMã hồ sơ;Chủ hồ sơ;Điện thoại;Thủ tục;Tiếp nhận;Hẹn trả;Tình trạng\r\n')).toBe(true);
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(451);
  expect(lines[450]).toBe("H44-0012;'=HYPERLINK(A1);0987 654 321;Khai sinh;20/04/2020;;Có kết quả, chờ trả");
  expect(text.lastIndexOf('\uFEFF')).toBe(0);
  expect(told[0]).toEqual({ done: 0, total: 450 });
  expect(told.at(-1)).toBeNull();
});

test('what is stopped leaves nothing behind, and the file of before as it was', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'danh-sach.csv');
  writeFileSync(file, 'trước');
  const saved = new FoundFile(() => undefined);
  const lines = linesOf(100_000);
  const stopping: FoundLines = {
    ...lines,
    rowsFrom: (offset, limit) => {
      if (offset === 400) saved.stop();
      return lines.rowsFrom(offset, limit);
    },
  };
  expect(await saved.write(file, stopping)).toEqual({ ok: false, refusal: { code: 'stopped' } });
  expect(readdirSync(folder)).toEqual(['danh-sach.csv']);
  expect(readFileSync(file, 'utf8')).toBe('trước');
  expect(saved.view()).toBeNull();
});

test('a place where nothing can be written is told, and a second file waits for the first', async () => {
  const folder = temporaryFolder();
  const saved = new FoundFile(() => undefined);
  const nowhere = path.join(folder, 'không có', 'danh-sach.csv');
  expect(await saved.write(nowhere, linesOf(1))).toEqual({ ok: false, refusal: { code: 'file-not-written' } });
  const taken = path.join(folder, 'thư mục.csv');
  mkdirSync(taken);
  expect(await saved.write(taken, linesOf(1))).toEqual({ ok: false, refusal: { code: 'file-not-written' } });
  expect(existsSync(`${taken}.part`)).toBe(false);
  const first = saved.write(path.join(folder, 'một.csv'), linesOf(3));
  expect(await saved.write(path.join(folder, 'hai.csv'), linesOf(3))).toEqual({
    ok: false,
    refusal: { code: 'busy' },
  });
  expect(await first).toEqual({ ok: true, value: { rows: 3 } });
});
