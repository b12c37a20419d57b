/** Marks the incarnation (đời của nhật ký) at the end of a log's name: `.i` and six hex digits. */
const INCARNATION = /\.i[0-9a-f]{6}$/;

/**
 * The log a device was enrolled with. After its file was put back from a copy, a device goes on in a new incarnation of
 * its log: another log, whose name begins with the first one's.
 */
export function deviceLogOf(log: string): string {
  return log.replace(INCARNATION, '');
}

/** Name of another incarnation of the same device's log; `mark` is six hex digits that were never used before. */
export function incarnationOf(log: string, mark: string): string {
  if (!/^[0-9a-f]{6}$/.test(mark)) throw new RangeError('the mark of an incarnation is six hex digits');
  return `${deviceLogOf(log)}.i${mark}`;
}
