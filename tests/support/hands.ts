import type { Page } from 'playwright-core';

const MOST_FIELDS = 30;
const SCANNER_PACE_MS = 300;

/** Hands on the keyboard: no mouse, and nothing put into a field that has not the focus. */
export class Hands {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** As an input method does: whole words. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** A letter, a digit or Enter that comes as fast on the last key as a scanner's is the scanner's. */
  async lift(): Promise<void> {
    await this.#page.waitForTimeout(SCANNER_PACE_MS);
  }

  async at(testId: string): Promise<void> {
    await this.#page.locator(`[data-testid="${testId}"]:focus`).waitFor();
  }

  /** By Enter, to the field. */
  async enterTo(testId: string): Promise<void> {
    const isThere = () =>
      this.#page.evaluate((id) => document.activeElement?.getAttribute('data-testid') === id, testId);
    for (let field = 0; field < MOST_FIELDS && !(await isThere()); field += 1) await this.press('Enter');
    await this.at(testId);
  }
}
