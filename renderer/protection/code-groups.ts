const GROUP = 4;

/** The code as it is read aloud and copied by hand: in its own groups where it has some, else four by four. */
export function codeGroups(code: string): readonly string[] {
  const own = code.split(/[\s-]+/u).filter((group) => group !== '');
  return own.length > 1 ? own : (code.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []);
}
