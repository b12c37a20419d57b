import { describe, expect, test } from 'vitest';
import { parseMachineReadableZone } from '../../../domain/people/machine-readable-zone.ts';
import { refusalOf, valueOf } from '../fixtures.ts';

const LINES = [
  'IDVNM1900000174025190000017<<5',
  '9002155F3002153VNM<<<<<<<<<<<0',
  'DINH<<THI<MO<<<<<<<<<<<<<<<<<<',
] as const;
const TEXT = LINES.join('\n');

const ZONE = {
  idNumber: '025190000017',
  name: 'DINH THI MO',
  birthDate: '1990-02-15',
  sex: 'female',
  validUntil: '2030-02-15',
};

describe('the back of a citizen card', () => {
  test('gives number, name without marks, birth, sex and last day', () => {
    expect(valueOf(parseMachineReadableZone(TEXT))).toEqual(ZONE);
  });

  test.each([
    ['joined', LINES.join('')],
    ['one below the other as Windows does it', LINES.join('\r\n')],
    ['with white space around and between', `\uFEFF ${LINES.join(' \n\n ')} \r\n`],
    ['without the fillers at the end', `${LINES[0]}\n${LINES[1]}\nDINH<<THI<MO`],
    ['joined, without the fillers at the end', `${LINES[0]}${LINES[1]}DINH<<THI<MO`],
    ['in small letters', TEXT.toLowerCase()],
  ])('is read %s', (_, text) => {
    expect(valueOf(parseMachineReadableZone(text))).toEqual(ZONE);
  });

  test('takes the century of the birth from the number', () => {
    const text = `IDVNM3041234560025304123456<<1\n0402291F2902289VNM<<<<<<<<<<<8\nGIANG<<THI<SUA`;
    expect(valueOf(parseMachineReadableZone(text))).toMatchObject({ birthDate: '2004-02-29', name: 'GIANG THI SUA' });
  });
});

describe('a part that was misread is named', () => {
  test.each([
    ['card-number', TEXT.replace('IDVNM19', 'IDVNM18')],
    ['id-number', TEXT.replace('025190000017<<5', '025190000018<<5')],
    ['birth-date', TEXT.replace('9002155F', '9102155F')],
    ['valid-until', TEXT.replace('F3002153', 'F3102153')],
    ['whole', TEXT.replace('<<<0\n', '<<<1\n')],
  ])('%s', (part, text) => {
    expect(refusalOf(parseMachineReadableZone(text))).toEqual({ code: 'check-failed', part });
  });

  test('every digit that is read as its neighbour is seen', () => {
    const numbered = [...TEXT.matchAll(/\d/g)].map((match) => match.index);
    expect(numbered).toHaveLength(38);
    for (const at of numbered) {
      const misread = TEXT.slice(0, at) + ((Number(TEXT[at]) + 1) % 10) + TEXT.slice(at + 1);
      expect(parseMachineReadableZone(misread).ok, misread).toBe(false);
    }
  });

  test('a day that does not exist is no birth, though its check digit fits', () => {
    const text = `${LINES[0]}\n9013153F3002153VNM<<<<<<<<<<<4\n${LINES[2]}`;
    expect(refusalOf(parseMachineReadableZone(text))).toEqual({ code: 'check-failed', part: 'birth-date' });
  });
});

test.each([
  ['nothing', ''],
  ['one line alone', LINES[0]],
  ['two lines', `${LINES[0]}\n${LINES[1]}`],
  ['a card of another country', TEXT.replace('IDVNM', 'IDUTO')],
  ['a passport', 'P<VNMDINH<<THI<MO<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nB12345678VNM9002155F3002153<<<<<<<<<<<<<<04'],
  ['more than three lines', `${TEXT}\nDINH`],
  ['the square code of the front', '025190000017||Đinh Thị Mơ|15021990|Nữ|Khu 3|12042021'],
  ['a long text', 'IDVNM'.repeat(1_000)],
])('%s is no zone of a citizen card', (_, text) => {
  expect(refusalOf(parseMachineReadableZone(text))).toEqual({ code: 'not-an-mrz' });
});
