const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
/** Names of the groups of three digits, from the right. */
const SCALES = ['', ' nghìn', ' triệu', ' tỷ'] as const;

/** `Năm mươi tám nghìn đồng`, as it stands behind "Bằng chữ". For whole đồng from 0 to 999 tỷ. */
export function vndInWords(amountVnd: number): string {
  const groups = String(amountVnd)
    .replace(/\B(?=(?:\d{3})+$)/g, '.')
    .split('.');
  const words = groups.flatMap((group, i) => {
    if (Number(group) === 0) return [];
    // Only behind another group are the hundreds said though there are none.
    return [`${threeDigits(group.padStart(3, '0'), i > 0)}${SCALES[groups.length - 1 - i] ?? ''}`];
  });
  const text = words.length === 0 ? 'không' : words.join(' ');
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)} đồng`;
}

function threeDigits(group: string, saysHundreds: boolean): string {
  const [hundreds = 0, tens = 0, ones = 0] = group.split('').map(Number);
  const said: string[] = [];
  if (hundreds > 0 || saysHundreds) said.push(`${DIGITS[hundreds]} trăm`);
  if (tens > 1) said.push(`${DIGITS[tens]} mươi`);
  else if (tens === 1) said.push('mười');
  else if (ones > 0 && said.length > 0) said.push('linh');
  if (ones > 0) said.push(onesBehind(tens, ones));
  return said.join(' ');
}

// "mốt" only behind -mươi, "lăm" behind any ten.
function onesBehind(tens: number, ones: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 5 && tens > 0) return 'lăm';
  return DIGITS[ones] ?? '';
}
