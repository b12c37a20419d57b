import type { ScreenId } from './screens.ts';

/** The screens on the way to the one that is up, which is the last. It begins where the work is. */
export type Path = readonly [ScreenId, ...(readonly ScreenId[])];

export const START: Path = ['intake'];

/** A screen that is already on the way is gone back to: nobody walks in circles. */
export function pathTo(path: Path, next: ScreenId): Path {
  const [first, ...rest] = path;
  if (next === first) return [first];
  const at = rest.indexOf(next);
  return at < 0 ? [...path, next] : [first, ...rest.slice(0, at + 1)];
}

/** To the screen one came from. Where the work is there is nothing behind. */
export function pathBack(path: Path): Path {
  const [first, ...rest] = path;
  return [first, ...rest.slice(0, -1)];
}

export function screenOf(path: Path): ScreenId {
  return path.at(-1) ?? path[0];
}
