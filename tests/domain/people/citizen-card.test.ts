import { describe, expect, test } from 'vitest';
import { parseCitizenCard } from '../../../domain/people/citizen-card.ts';
import { refusalOf, valueOf } from '../fixtures.ts';

const TEXT = '025190000017|131234567|Đinh Thị Mơ|15021990|Nữ|Khu 3, Xuân Viên, Yên Lập, Phú Thọ|12042021';

const CARD = {
  idNumber: '025190000017',
  formerId: '131234567',
  name: 'Đinh Thị Mơ',
  birthDate: '1990-02-15',
  sex: 'female',
  address: 'Khu 3, Xuân Viên, Yên Lập, Phú Thọ',
  issuedOn: '2021-04-12',
};

const { formerId: _formerId, ...WITHOUT_FORMER } = CARD;
const { issuedOn: _issuedOn, ...WITHOUT_ISSUE } = CARD;

describe('a citizen card', () => {
  test('gives its seven fields', () => {
    expect(valueOf(parseCitizenCard(TEXT))).toEqual(CARD);
  });

  test('need not have a former number, nor even a slot for it', () => {
    expect(valueOf(parseCitizenCard(TEXT.replace('131234567', '')))).toEqual(WITHOUT_FORMER);
    expect(valueOf(parseCitizenCard(TEXT.replace('131234567|', '')))).toEqual(WITHOUT_FORMER);
  });

  test('may have a former number of twelve digits; a slot with any other count of digits holds none', () => {
    expect(valueOf(parseCitizenCard(TEXT.replace('131234567', '025090000017'))).formerId).toBe('025090000017');
    expect(valueOf(parseCitizenCard(TEXT.replace('131234567', '13123')))).toEqual(WITHOUT_FORMER);
  });

  test('may say more after the seventh field, dates too: nothing of it is read', () => {
    expect(valueOf(parseCitizenCard(`${TEXT}|Đinh Văn Páo|Hà Thị Sính|01012022||`))).toEqual(CARD);
    expect(valueOf(parseCitizenCard(`${TEXT}|\uFFFD?\uFFFD`))).toEqual(CARD);
  });

  test('may have bars in its address, with and without the slot of the former number', () => {
    const barred = TEXT.replace('Khu 3, ', 'Khu 3 | tổ 2|');
    const card = { ...CARD, address: 'Khu 3 | tổ 2|Xuân Viên, Yên Lập, Phú Thọ' };
    expect(valueOf(parseCitizenCard(barred))).toEqual(card);
    const { formerId: _, ...withoutFormer } = card;
    expect(valueOf(parseCitizenCard(barred.replace('131234567|', '')))).toEqual(withoutFormer);
    expect(valueOf(parseCitizenCard(`${barred}|Đinh Văn Páo|Hà Thị Sính`))).toEqual(card);
  });

  test('may leave the day of issue empty or unreadable', () => {
    expect(valueOf(parseCitizenCard(TEXT.replace('12042021', '')))).toEqual(WITHOUT_ISSUE);
    expect(valueOf(parseCitizenCard(TEXT.replace('12042021', '31022021')))).toEqual(WITHOUT_ISSUE);
    expect(valueOf(parseCitizenCard(TEXT.replace('12042021', '1204')))).toEqual(WITHOUT_ISSUE);
    expect(valueOf(parseCitizenCard(TEXT.replace('12042021', '|Đinh Văn Páo|Hà Thị Sính')))).toEqual(WITHOUT_ISSUE);
  });

  test.each([
    ['a line end and a byte order mark', `\uFEFF${TEXT}\r\n`],
    ['white space around every field', TEXT.replaceAll('|', ' |\t')],
    ['runs of spaces', TEXT.replaceAll(' ', '   ')],
    ['separate marks', TEXT.normalize('NFD')],
    ['the sex in small letters', TEXT.replace('|Nữ|', '|nữ|')],
    ['the sex in capitals with separate marks', TEXT.replace('|Nữ|', '|NỮ|'.normalize('NFD'))],
    ['the sign of its kind before it', `]Q1${TEXT}`],
  ])('is read alike with %s', (_, text) => {
    expect(valueOf(parseCitizenCard(text))).toEqual(CARD);
  });

  test('keeps its name as printed: capitals stay, hyphens stay, marks are composed', () => {
    const nameOf = (name: string) => valueOf(parseCitizenCard(TEXT.replace('Đinh Thị Mơ', name))).name;
    expect(nameOf('NGUYỄN THỊ ƯỚC')).toBe('NGUYỄN THỊ ƯỚC');
    expect(nameOf('NGUYEN VAN A')).toBe('NGUYEN VAN A');
    expect(nameOf('Giàng A-Sử')).toBe('Giàng A-Sử');
    expect(nameOf('Triệu Tài Phấu'.normalize('NFD'))).toBe('Triệu Tài Phấu');
    expect(nameOf('Hà Thị Ỷ')).toBe('Hà Thị Ỷ');
    expect(nameOf('H’Bia Kpă')).toBe('H’Bia Kpă');
    expect(nameOf('Y Blŏk Niê')).toBe('Y Blŏk Niê');
  });

  test('of a man says so', () => {
    expect(valueOf(parseCitizenCard(TEXT.replace('|Nữ|', '|NAM|'))).sex).toBe('male');
  });
});

describe('a card that broke off', () => {
  test('gives what stood whole before the break, and never the half of a word', () => {
    const cut = TEXT.slice(0, TEXT.indexOf('Viên'));
    expect(refusalOf(parseCitizenCard(cut))).toEqual({
      code: 'incomplete',
      missing: ['address'],
      found: {
        idNumber: CARD.idNumber,
        formerId: CARD.formerId,
        name: CARD.name,
        birthDate: CARD.birthDate,
        sex: 'female',
      },
    });
    expect(refusalOf(parseCitizenCard('025190000017|131234567|Đinh T'))).toEqual({
      code: 'incomplete',
      missing: ['name', 'birthDate', 'sex', 'address'],
      found: { idNumber: CARD.idNumber, formerId: CARD.formerId },
    });
  });

  test('may be the number alone, as on cards with a bar of lines', () => {
    expect(refusalOf(parseCitizenCard(' 025190000017\r'))).toEqual({
      code: 'incomplete',
      missing: ['name', 'birthDate', 'sex', 'address'],
      found: { idNumber: '025190000017' },
    });
  });

  test('is what a card without a day of birth is, too', () => {
    const refusal = refusalOf(parseCitizenCard(TEXT.replace('15021990', '00001945')));
    expect(refusal).toMatchObject({ code: 'incomplete', missing: ['birthDate'], found: { name: 'Đinh Thị Mơ' } });
  });

  test('has no address where nobody can tell the address from what follows it', () => {
    const cutBehindABar = TEXT.replace('Khu 3, ', 'Khu 3|').slice(0, -'Phú Thọ|12042021'.length);
    expect(refusalOf(parseCitizenCard(cutBehindABar))).toMatchObject({ code: 'incomplete', missing: ['address'] });
    const refusal = refusalOf(parseCitizenCard(TEXT.replace('12042021', 'Đinh Văn Páo|Hà Thị Sính')));
    expect(refusal).toMatchObject({ code: 'incomplete', missing: ['address'] });
  });
});

test('a card whose address was left out has none, and its day of issue is not taken for one', () => {
  const refusal = refusalOf(parseCitizenCard(TEXT.replace(CARD.address, '').replace('||', '|') + '||'));
  expect(refusal).toMatchObject({ code: 'incomplete', missing: ['address'], found: { issuedOn: CARD.issuedOn } });
});

describe('a card spoilt by the reader', () => {
  const survivors = {
    code: 'garbled',
    idNumber: '025190000017',
    birthDate: '1990-02-15',
    issuedOn: '2021-04-12',
  };

  test.each([
    ['signs in the place of letters of the name', TEXT.replace('Đinh Thị Mơ', '\uFFFDinh Th\uFFFD M\uFFFD')],
    ['question marks in the name', TEXT.replace('Đinh Thị Mơ', '?inh Th? M?')],
    ['question marks in the address', TEXT.replace('Yên Lập', 'Y?n L?p')],
    ['the wrong encoding', Buffer.from(TEXT, 'utf8').toString('latin1')],
    ['the wrong encoding of Ú, which leaves two letters', TEXT.replace('Mơ', 'PHÃš')],
    ['the wrong encoding of à, whose second half looks like a space', TEXT.replace('Thị', 'HÃ\u00A0')],
    ['Telex keys in the name', TEXT.replace('Đinh Thị Mơ', 'Ddinh Thij Mow')],
    ['Telex keys in one word of the address', TEXT.replace('Yên Lập', 'Yên Laapj')],
    ['one w of Telex', TEXT.replace('Thị', 'Vawn')],
    ['one doubled d of Telex', TEXT.replace('Thị', 'Ddan')],
    ['one doubled e of Telex', TEXT.replace('Thị', 'Leen')],
    ['one tone of Telex', TEXT.replace('Thị', 'Lof')],
    ['VNI keys', TEXT.replace('Thị', 'Thi5')],
    ['letters dropped', TEXT.replace('Đinh Thị Mơ', 'inh Th M')],
    ['marks dropped from the sex', TEXT.replace('|Nữ|', '|Nu|')],
    ['the letter dropped from the sex', TEXT.replace('|Nữ|', '|N|')],
    ['no bars', TEXT.replaceAll('|', '')],
    ['spaces for bars', TEXT.replaceAll('|', ' ')],
    ['commas for bars', TEXT.replaceAll('|', ',')],
    ['labels, and slashes in its dates', 'CCCD:025190000017|Họ tên:Đinh Thị Mơ|Sinh:15/02/1990|Cấp:12/04/2021'],
  ])('with %s is garbled and still gives its number and dates', (_, text) => {
    expect(refusalOf(parseCitizenCard(text))).toEqual(survivors);
  });

  test('is not taken for one because a word ends like a Telex word in a language of the highlands', () => {
    const text = TEXT.replace('Đinh Thị Mơ', 'Ksor H’Lus').replace('Khu 3, Xuân Viên', 'Ea Wer, Krông Jing');
    expect(valueOf(parseCitizenCard(text)).name).toBe('Ksor H’Lus');
  });
});

test('a health-insurance card is named as such', () => {
  const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex');
  const rest = `${hex('Đinh Thị Mơ')}|15/02/1990|2|${hex('Khu 3, Xuân Viên')}|25 - 001|01/01/2023`;
  expect(refusalOf(parseCitizenCard(`HS4252512345678|${rest}`))).toEqual({ code: 'health-card' });
  expect(refusalOf(parseCitizenCard(`2512345678|${rest.toUpperCase()}`))).toEqual({ code: 'health-card' });
  expect(refusalOf(parseCitizenCard(`025190000017|${rest}`))).toEqual({ code: 'health-card' });
});

test.each([
  ['nothing', ''],
  ['white space', ' \r\n '],
  ['bars alone', '||||||'],
  ['a word', 'xin chào'],
  ['the bar code of a dossier', '0830501200000412'],
  ['an address on the net', 'https://example.invalid/025190000017'],
  ['a card with a number of 13 digits', TEXT.replace('025190000017', '0251900000175')],
  ['a text whose first digits are a date', 'HĐ 15021990 số 025190000017'],
  ['a card with a long text behind it', `${TEXT}|${'x'.repeat(5_000)}`],
])('%s is no citizen card', (_, text) => {
  expect(refusalOf(parseCitizenCard(text))).toEqual({ code: 'not-a-citizen-card' });
});
