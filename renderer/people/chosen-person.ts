/** Who stands chosen before anybody chose: the only one there is. */
export function firstChoice<Id>(ids: readonly Id[]): Id | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}

/** Who is chosen after an arrow. The first arrow, wherever it points, chooses the one that has the focus: the first. */
export function movedChoice<Id>(ids: readonly Id[], chosen: Id | undefined, step: 1 | -1): Id | undefined {
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  if (at < 0) return ids[0];
  return ids[(at + step + ids.length) % ids.length];
}
