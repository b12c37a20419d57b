/** What a scan meets, in the order of the text. Names come without their prefix, an empty element as opened and closed. */
export type XmlListener = {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  /** Entities decoded; one text may come in several parts. */
  readonly text: (text: string) => void;
};

/** The value of an attribute by its name without prefix; undefined when there is none. */
export type XmlAttributes = (name: string) => string | undefined;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads the XML that programs write, once from front to back: no document types and with them no entities of a file's
 * own, no checks of what may stand where. Stops and answers false where the text is broken off or is no XML, and when the
 * listener's `isEnough` says so it stops and answers true.
 */
export function scanXml(xml: string, listener: XmlListener, isEnough: () => boolean = () => false): boolean {
  let at = 0;
  let depth = 0;
  while (!isEnough()) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) return depth === 0;
    if (tag > at) listener.text(decoded(xml.slice(at, tag)));
    const markup = endOfMarkup(xml, tag);
    if (markup === undefined) return false;
    at = markup.end;
    if (markup.kind === 'cdata') listener.text(xml.slice(tag + CDATA.length, at - 3));
    if (markup.kind === 'tag') depth += readTag(xml.slice(tag + 1, at - 1), listener);
    if (depth < 0) return false;
  }
  return true;
}

type Markup = { readonly kind: 'tag' | 'cdata' | 'other'; readonly end: number };

const CDATA = '<![CDATA[';

function endOfMarkup(xml: string, tag: number): Markup | undefined {
  const [start, stop, kind]: readonly [string, string, Markup['kind']] = xml.startsWith('<!--', tag)
    ? ['<!--', '-->', 'other']
    : xml.startsWith(CDATA, tag)
      ? [CDATA, ']]>', 'cdata']
      : ['<?', '?>', 'other'];
  if (xml.startsWith(start, tag)) {
    const end = xml.indexOf(stop, tag + start.length);
    return end < 0 ? undefined : { kind, end: end + stop.length };
  }
  if (xml[tag + 1] === '!') return undefined;
  const end = endOfTag(xml, tag);
  return end === undefined ? undefined : { kind: 'tag', end };
}

/** After its `>`; one in quotes does not end it. */
function endOfTag(xml: string, tag: number): number | undefined {
  const mark = /[>"']/g;
  mark.lastIndex = tag;
  for (let found = mark.exec(xml); found; found = mark.exec(xml)) {
    if (found[0] === '>') return mark.lastIndex;
    const close = xml.indexOf(found[0], mark.lastIndex);
    if (close < 0) return undefined;
    mark.lastIndex = close + 1;
  }
  return undefined;
}

/** What the tag adds to the depth. */
function readTag(inside: string, listener: XmlListener): number {
  if (inside.startsWith('/')) {
    listener.close(localName(inside.slice(1).trim()));
    return -1;
  }
  const isEmpty = inside.endsWith('/');
  const name = localName(/^[^\s/]*/.exec(inside)?.[0] ?? '');
  listener.open(name, (attribute) => attributeIn(inside, attribute));
  if (!isEmpty) return 1;
  listener.close(name);
  return 0;
}

function attributeIn(tag: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of tag.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    // `xmlns:r` declares a prefix: it is not an attribute `r`.
    if (!name.startsWith('xmlns') && localName(name) === wanted) return decoded(double ?? single ?? '');
  }
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,4});/gi, (whole, name) => {
    const entity = String(name).toLowerCase();
    if (!entity.startsWith('#')) return ENTITIES.get(entity) ?? whole;
    const code = Number(entity.replace('#x', '0x').replace('#', ''));
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
