/** A black-and-white picture as a thermal head burns it: 1 bit a dot, most significant first, 1 = black. */
export type OneBitPicture = {
  readonly widthDots: number;
  readonly heightDots: number;
  /** Row after row, each padded to whole bytes. */
  readonly raster: Uint8Array;
};

/** A rectangle of whole dots. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export function bytesPerRow(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

export function isBlack(picture: OneBitPicture, x: number, y: number): boolean {
  const byte = picture.raster[y * bytesPerRow(picture.widthDots) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

/** Blackens a box in place; what lies outside the picture is an error of the layout and throws. */
export function blacken(picture: OneBitPicture, box: Box): void {
  if (box.x < 0 || box.y < 0 || box.x + box.width > picture.widthDots || box.y + box.height > picture.heightDots) {
    throw new RangeError(`box ${JSON.stringify(box)} outside ${picture.widthDots} x ${picture.heightDots}`);
  }
  const stride = bytesPerRow(picture.widthDots);
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let x = box.x; x < box.x + box.width; x += 1) {
      const at = y * stride + (x >> 3);
      picture.raster[at] = (picture.raster[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
}
