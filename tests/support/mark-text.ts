const MARK = '§';

/** The same with a mark before every text in it. Words of the program (`in-time`) stay as they are. */
export function markText(value: unknown): unknown {
  if (typeof value === 'string') return isText(value) ? MARK + value : value;
  if (typeof value === 'function') return (...given: readonly unknown[]) => markText(value(...given));
  if (Array.isArray(value)) return value.map(markText);
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, markText(part)]));
  return value;
}

function isText(value: string): boolean {
  return /\p{L}/u.test(value) && !/^[a-z0-9-]+$/.test(value);
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
