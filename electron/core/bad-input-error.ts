/** The window asked for something that it should have known to be impossible: a defect, not a refusal. */
export class BadInputError extends Error {
  override readonly name = 'BadInputError';
  readonly code: 'not-set-up' | 'not-open' | 'dossier-of-another-unit';

  constructor(code: BadInputError['code']) {
    super(code);
    this.code = code;
  }
}
