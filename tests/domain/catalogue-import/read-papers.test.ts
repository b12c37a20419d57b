import { expect, test } from 'vitest';
import { readCatalogue } from '../../../domain/catalogue-import/read-catalogue.ts';
import type { RequiredPaper } from '../../../domain/procedure.ts';
import { BIRTH } from '../fixtures.ts';
import { CONTEXT, portalRow, readOne } from './known.ts';

test('a line without originals and copies is a note, not a paper', () => {
  const { procedure, warnings } = readOne({
    executionCases: [
      group('--', paper('Tờ khai', 1), paper('Hồ sơ nộp vào giờ hành chính', 0, 0), paper('Lưu ý: mang theo thẻ', 1)),
    ],
  });
  expect(procedure?.requiredPapers.map(({ name }) => name)).toEqual(['Tờ khai']);
  expect(warnings).toEqual(['note-not-a-paper', 'note-not-a-paper']);
});

test('a heading of a case becomes group and condition, a heading that says nothing neither', () => {
  const own = 'Đăng ký vào chỗ ở thuộc quyền sở hữu của mình';
  const rented = 'Đăng ký vào chỗ ở do thuê';
  const papers = papersOf([
    group('Bao gồm', paper('Tờ khai', 1)),
    group(own, paper('Giấy tờ nhà', 1)),
    group(rented, paper('Hợp đồng thuê', 0, 1)),
  ]);
  expect(papers).toMatchObject([
    { name: 'Tờ khai', required: true },
    { name: 'Giấy tờ nhà', required: false, group: own, condition: own },
    { name: 'Hợp đồng thuê', required: false, group: rented, condition: rented, originals: 0, copies: 1 },
  ]);
  expect(papers[0]).not.toHaveProperty('group');
  expect(papersOf([group('Hồ sơ của hộ gia đình', paper('Đơn', 1))])).toMatchObject([{ required: true }]);
});

test('what is to be shown is not kept', () => {
  const papers = papersOf([
    group('Giấy tờ phải xuất trình', paper('Thẻ căn cước', 1)),
    group(
      'Giấy tờ phải nộp',
      paper('Tờ khai', 1),
      paper('Xuất trình sổ cũ', 1),
      paper('Bản sao, không phải xuất trình bản chính', 0, 1),
    ),
  ]);
  expect(papers.map(({ mode }) => mode)).toEqual(['show', 'submit', 'show', 'submit']);
  expect(papers.every((each) => !('group' in each))).toBe(true);
});

test('a name that says for whom makes a condition', () => {
  const papers = papersOf([
    group(
      '',
      paper('Trường hợp trẻ bị bỏ rơi thì phải có biên bản', 1),
      paper('Văn bản ủy quyền trong trường hợp người khác đi thay', 1),
      paper('Sổ hộ khẩu (nếu có)', 1),
      paper('Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng', 1),
    ),
  ]);
  expect(papers.map(({ condition, required }) => [condition, required])).toEqual([
    ['Trường hợp trẻ bị bỏ rơi', false],
    ['trong trường hợp người khác đi thay', false],
    ['Nếu có', false],
    [undefined, true],
  ]);
});

test('the electronic twin of a form is not asked for at the counter', () => {
  const { procedure, warnings } = readOne({
    executionCases: [group('', paper('Tờ khai', 1), paper('Mẫu hộ tịch điện tử tương tác đăng ký khai sinh', 1))],
  });
  expect(procedure?.requiredPapers).toHaveLength(1);
  expect(warnings).toEqual(['online-form-left-out']);
});

test('counts may be texts; a paper without any is one original, with a warning; a thousand sheets are to fix', () => {
  expect(papersOf([group('', paper('Đơn', '2', '01'))])).toMatchObject([{ originals: 2, copies: 1 }]);
  const uncounted = readOne({ executionCases: [group('', { name: 'Đơn' })] });
  expect(uncounted.procedure?.requiredPapers).toMatchObject([{ originals: 1, copies: 0 }]);
  expect(uncounted.warnings).toEqual(['paper-count-missing']);
  expect(readOne({ executionCases: [group('', paper('Đơn', 1_000))] }).problems).toEqual(['paper-count-out-of-range']);
});

test('a paper listed twice is one, and papers whose names begin alike have ids of their own', () => {
  const long = 'Giấy tờ chứng minh quyền sử dụng đất và tài sản gắn liền với đất của';
  const { procedure, warnings } = readOne({
    executionCases: [group('', paper(`${long} cha`, 1), paper(`${long} mẹ`, 1), paper(`${long} cha`, 1))],
  });
  expect(procedure?.requiredPapers.map(({ id }) => id)).toEqual([
    'giay-to-chung-minh-quyen-su-dung-dat-va',
    'giay-to-chung-minh-quyen-su-dung-dat-va-2',
  ]);
  expect(warnings).toEqual(['paper-repeated']);
});

test('a known paper keeps its id, and a new one never takes it', () => {
  const [declaration] = BIRTH.requiredPapers;
  const name = declaration?.name ?? '';
  const row = portalRow({
    code: BIRTH.code,
    name: BIRTH.name,
    executionCases: [group('', paper('Declaration', 1), paper(name.toUpperCase(), 1))],
  });
  const { accepted } = readCatalogue([row], CONTEXT);
  expect(accepted[0]?.procedure.requiredPapers.map(({ id }) => id)).toEqual(['declaration-2', 'declaration']);
});

test('where the file lists no papers the known ones stay', () => {
  const { accepted } = readCatalogue([portalRow({ code: BIRTH.code, name: BIRTH.name, executionCases: [] })], CONTEXT);
  expect(accepted[0]?.procedure.requiredPapers).toEqual(BIRTH.requiredPapers);
  expect(accepted[0]?.warnings.map(({ code }) => code)).toEqual(['papers-not-given']);
});

function paper(name: string, originalQty: unknown, copyQty: unknown = 0): Readonly<Record<string, unknown>> {
  return { name, originalQty, copyQty };
}

function group(name: string, ...profileComponents: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { name, profileComponents };
}

function papersOf(executionCases: readonly unknown[]): readonly RequiredPaper[] {
  return readOne({ executionCases }).procedure?.requiredPapers ?? [];
}
