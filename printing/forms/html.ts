/** HTML that is safe to print: only {@link html} makes it, and it escapes whatever is put in. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Text is escaped, markup is taken as it is, a list is joined, nothing is nothing. */
export type HtmlValue = Markup | string | number | undefined | readonly HtmlValue[];

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  const parts = literals.map((literal, i) => literal + textOf(values[i]));
  return new Markup(parts.join(''));
}

function textOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  // Composed letters only: the fonts have one glyph for each.
  return String(value)
    .normalize('NFC')
    .replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
}
