/** What must be known of a thermal printer (máy in nhiệt) to print a raster slip on it. */
export type PrinterProfile = {
  readonly paperWidthMm: 58 | 80;
  /** Dots across the printing head at 203 dpi. */
  readonly widthDots: 384 | 576;
  /** Rows in one raster command. Not a multiple of 48: some 58 mm printers print those as text. */
  readonly bandHeight: number;
  /** Lines fed before the cut, so that the last row is past the blade. */
  readonly feedLines: number;
  readonly cut: 'full' | 'partial' | 'none';
};

/** The profile that fits common printers of this paper width; 58 mm printers have no cutter and are torn off. */
export function profileFor(paperWidthMm: 58 | 80): PrinterProfile {
  return paperWidthMm === 80
    ? { paperWidthMm, widthDots: 576, bandHeight: 128, feedLines: 5, cut: 'partial' }
    : { paperWidthMm, widthDots: 384, bandHeight: 128, feedLines: 4, cut: 'none' };
}
