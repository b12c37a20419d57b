import type { TextStyle } from './wrap-text.ts';

/** Sizes of the slip on one width of paper, all in dots of 1/8 mm. */
export type SlipMetrics = {
  readonly marginDots: number;
  readonly barHeightDots: number;
  /** Width of one of the two columns with numbers of sheets. */
  readonly countColumnDots: number;
  readonly signatureGapDots: number;
  readonly type: Readonly<Record<TypeName, TextStyle>>;
};

export type TypeName =
  'body' | 'value' | 'key' | 'small' | 'caps' | 'capsStrong' | 'title' | 'digits' | 'large' | 'lookUp';

const ON_80_MM: SlipMetrics = {
  marginDots: 8,
  barHeightDots: 88,
  countColumnDots: 58,
  signatureGapDots: 84,
  type: {
    body: { weight: 'regular', sizeDots: 22 },
    value: { weight: 'medium', sizeDots: 22 },
    key: { weight: 'semibold', sizeDots: 22 },
    small: { weight: 'regular', sizeDots: 19 },
    caps: { weight: 'regular', sizeDots: 20 },
    capsStrong: { weight: 'semibold', sizeDots: 22 },
    title: { weight: 'semibold', sizeDots: 30 },
    digits: { weight: 'medium', sizeDots: 28 },
    large: { weight: 'semibold', sizeDots: 44 },
    lookUp: { weight: 'semibold', sizeDots: 52 },
  },
};

const ON_58_MM: SlipMetrics = {
  marginDots: 4,
  barHeightDots: 80,
  countColumnDots: 50,
  signatureGapDots: 76,
  type: {
    body: { weight: 'regular', sizeDots: 20 },
    value: { weight: 'medium', sizeDots: 20 },
    key: { weight: 'semibold', sizeDots: 20 },
    small: { weight: 'regular', sizeDots: 18 },
    caps: { weight: 'regular', sizeDots: 18 },
    capsStrong: { weight: 'semibold', sizeDots: 20 },
    title: { weight: 'semibold', sizeDots: 25 },
    digits: { weight: 'medium', sizeDots: 26 },
    large: { weight: 'semibold', sizeDots: 34 },
    lookUp: { weight: 'semibold', sizeDots: 46 },
  },
};

/** From here on there is room for the larger type: 60 mm. */
const WIDE_DOTS = 480;

/** By what the head can print, whatever the paper: some 80 mm printers have a narrow one. */
export function metricsFor(widthDots: number): SlipMetrics {
  return widthDots >= WIDE_DOTS ? ON_80_MM : ON_58_MM;
}
