/**
 * Version of the fonts that slips are drawn with: `noto-sans-` and the head of the SHA-256 of the three files. Stands here as
 * a word, so that a reception can freeze it without reading a font; a worker with other files refuses to draw.
 */
export const FONT_VERSION = 'noto-sans-1b7825956085';
