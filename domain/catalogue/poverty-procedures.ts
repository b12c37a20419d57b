import type { Procedure } from '../procedure.ts';
import { submitted } from './papers.ts';
import { calendarDays, NO_LIMIT, SINCE_REFORM } from './publication.ts';

// Decision 24/2021/QĐ-TTg made these; the ones of 2020 had other codes, which no source confirms.
const POVERTY = { ...SINCE_REFORM, field: 'Giảm nghèo', fees: [], acceptsPost: true } as const;

const REVIEW_REQUEST = submitted('review-request', 'Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo');

export const POVERTY_REVIEW: Procedure = {
  ...POVERTY,
  code: '1.011606',
  name: 'Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm',
  alias: 'Rà soát hộ nghèo định kỳ',
  shortcuts: ['rhn'],
  limit: NO_LIMIT,
  requiredPapers: [REVIEW_REQUEST],
  resultName: 'Quyết định công nhận hộ nghèo, cận nghèo, thoát nghèo, thoát cận nghèo',
};

export const POVERTY_RECOGNITION: Procedure = {
  ...POVERTY,
  code: '1.011607',
  name: 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm',
  alias: 'Công nhận hộ nghèo, cận nghèo',
  shortcuts: ['hng'],
  limit: calendarDays(15),
  requiredPapers: [REVIEW_REQUEST],
  resultName: 'Quyết định công nhận hộ nghèo, hộ cận nghèo',
};

export const POVERTY_EXIT: Procedure = {
  ...POVERTY,
  code: '1.011608',
  name: 'Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm',
  alias: 'Công nhận hộ thoát nghèo',
  shortcuts: ['tng'],
  limit: calendarDays(15),
  requiredPapers: [submitted('exit-request', 'Giấy đề nghị công nhận hộ thoát nghèo, hộ thoát cận nghèo')],
  resultName: 'Quyết định công nhận hộ thoát nghèo, hộ thoát cận nghèo',
};

export const AVERAGE_LIVING_STANDARD: Procedure = {
  ...POVERTY,
  code: '1.011609',
  name: 'Công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình',
  alias: 'Hộ nông lâm mức sống trung bình',
  shortcuts: ['stb'],
  limit: calendarDays(15),
  requiredPapers: [submitted('assessment-request', 'Giấy đề nghị xác định hộ có mức sống trung bình')],
  resultName: 'Quyết định công nhận hộ có mức sống trung bình',
};
