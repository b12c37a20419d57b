import type { RequiredPaper } from '../procedure.ts';

type Sheets = { readonly originals?: number; readonly copies?: number; readonly condition?: string };

/** A paper that stays with the dossier; one original unless said otherwise. With a condition it is not asked of all. */
export function submitted(id: string, name: string, sheets: Sheets = {}): RequiredPaper {
  return { id, name, mode: 'submit', originals: 1, copies: 0, required: sheets.condition === undefined, ...sheets };
}

/** A paper that is looked at and given back. */
export function shown(id: string, name: string, sheets: Sheets = {}): RequiredPaper {
  return { ...submitted(id, name, sheets), mode: 'show' };
}

/** The form of the procedure. Its electronic twin is for those who file online, never for the counter. */
export function declaration(name: string): RequiredPaper {
  return submitted('declaration', name);
}

export const IDENTITY = shown('identity', 'Giấy tờ tùy thân có ảnh của người yêu cầu');

export const RESIDENCE = shown('residence', 'Giấy tờ chứng minh nơi cư trú', {
  condition: 'Khi không tra cứu được nơi cư trú',
});

export const AUTHORISATION = submitted('authorisation', 'Văn bản ủy quyền', {
  condition: 'Khi người khác đi làm thay',
});

export const BIRTH_CERTIFICATE = submitted('birth-certificate', 'Giấy chứng sinh hoặc giấy tờ thay thế');

export const SURROGACY_CONFIRMATION = submitted('surrogacy-confirmation', 'Xác nhận của cơ sở y tế về mang thai hộ', {
  condition: 'Trẻ sinh ra do mang thai hộ',
});

export const EMPLOYER_CONFIRMATION = submitted('employer-confirmation', 'Xác nhận của thủ trưởng cơ quan', {
  condition: 'Cán bộ, công chức, viên chức, lực lượng vũ trang',
});

export const PARENTHOOD_EVIDENCE = submitted('parenthood-evidence', 'Chứng cứ về quan hệ cha con, mẹ con', {
  condition: 'Khi có',
});

export const PARENTHOOD_PLEDGE = submitted('parenthood-pledge', 'Văn bản cam đoan về quan hệ cha, mẹ, con', {
  condition: 'Khi không có chứng cứ',
});
