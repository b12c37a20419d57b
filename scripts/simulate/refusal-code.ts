/** The code of a refusal, with that of the refusal inside it: `payment/receipt-used`. `unnamed` for one without any. */
export function refusalCode(refusal: unknown): string {
  if (typeof refusal !== 'object' || refusal === null || !('code' in refusal)) return 'unnamed';
  const { code } = refusal;
  if (typeof code !== 'string') return 'unnamed';
  if ('refusal' in refusal) return `${code}/${refusalCode(refusal.refusal)}`;
  const listed = listIn(refusal);
  return listed.length > 0 ? `${code}/${refusalCode(listed[0])}` : code;
}

function listIn(refusal: object): readonly unknown[] {
  if ('fields' in refusal && Array.isArray(refusal.fields)) return refusal.fields;
  return 'refusals' in refusal && Array.isArray(refusal.refusals) ? refusal.refusals : [];
}
