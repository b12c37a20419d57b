const LONGEST_ALIAS = 40;

/** A part before a comma that is at least this long says enough to stand alone. */
const SHORTEST_CLAUSE = 15;

/** Openings that nearly every official name has, with what may follow. "Đăng ký lại" and the like say something: kept. */
const OPENINGS: readonly RegExp[] = [
  /^thủ tục(?: hành chính)?\s+/iu,
  /^(?:về )?việc\s+/iu,
  /^đăng ký(?! lại| bổ sung| thay đổi)\s+/iu,
  /^thực hiện(?! lại)\s+/iu,
];

/** What a shortened name must not end with. */
const DANGLING = /(?:[\s,;:./([-]|\s(?:và|của|cho|hoặc|do|tại|trong|từ|về|có|là|với|đối|bằng|theo|việc|các|mà|ở))+$/iu;

/**
 * A short name for the counter, made from the official one: without its usual openings, at most 40 characters, cut between
 * words. A first attempt: a clerk would say it shorter, so whoever publishes should look at it.
 */
export function madeAlias(name: string): string {
  const start = firstWords(withoutOpenings(name.replace(/\s*\([^()]*\)/gu, '').trim() || name));
  const [first = '', ...rest] = start;
  const capital = first.toUpperCase();
  return (capital.length === first.length ? capital : first) + rest.join('');
}

function withoutOpenings(name: string): string {
  let short = name;
  for (const opening of OPENINGS) {
    const rest = short.replace(opening, '');
    if (rest !== '') short = rest;
  }
  return short;
}

function firstWords(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= LONGEST_ALIAS) return text;
  // One more than may stay: a blank there means that a whole word ends in time.
  const start = characters.slice(0, LONGEST_ALIAS + 1).join('');
  const end = start.lastIndexOf(' ');
  const cut = end > 0 ? start.slice(0, end) : characters.slice(0, LONGEST_ALIAS).join('');
  const clause = Math.max(cut.lastIndexOf(','), cut.lastIndexOf(';'));
  return (clause >= SHORTEST_CLAUSE ? cut.slice(0, clause) : cut).replace(DANGLING, '') || cut;
}
