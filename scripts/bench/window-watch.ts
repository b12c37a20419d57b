import type { Page } from 'playwright-core';

/**
 * Stands in the window and notes how long it takes from a key to the picture that answers it: both by the window's own
 * clock, so that the way of the driver does not count.
 */
export class WindowWatch {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Milliseconds from the last key pressed by `press` to the paint after `selector` first changes or appears behind it.
   * Undefined when it does neither within two seconds: there was nothing to change.
   */
  async fromKeyToPaint(selector: string, press: () => Promise<void>): Promise<number | undefined> {
    await this.#page.evaluate((wanted) => {
      let keyAt = 0;
      const onKey = (event: KeyboardEvent): void => {
        keyAt = event.timeStamp;
      };
      window.addEventListener('keydown', onKey, { capture: true });
      const painted = new Promise<number | undefined>((resolve) => {
        setTimeout(resolve, 2_000);
        const look = (changes: readonly MutationRecord[]): void => {
          // What changes before the key is no answer to it.
          if (
            keyAt === 0 ||
            !changes.some(({ target, addedNodes }) => touches(target) || [...addedNodes].some(touches))
          )
            return;
          watch.disconnect();
          window.removeEventListener('keydown', onKey, { capture: true });
          // The frame after the one that is being made has it on the screen.
          requestAnimationFrame(() => requestAnimationFrame((at) => resolve(at - keyAt)));
        };
        const touches = (node: Node): boolean => {
          const element = node instanceof Element ? node : node.parentElement;
          return Boolean(element?.closest(wanted) ?? element?.querySelector(wanted));
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      Object.assign(window, { benchPainted: painted });
    }, selector);
    await press();
    return this.#page.evaluate(() => (window as unknown as { benchPainted: Promise<number | undefined> }).benchPainted);
  }

  /** The longest task, in ms, while `act` runs; 0 when none took 50 ms. */
  async longestTask(act: () => Promise<void>): Promise<number> {
    await this.#page.evaluate(() => {
      const tasks: number[] = [];
      const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
      watch.observe({ entryTypes: ['longtask'] });
      Object.assign(window, { benchTasks: { tasks, watch } });
    });
    await act();
    return this.#page.evaluate(() => {
      const { tasks, watch } = (
        window as unknown as { benchTasks: { tasks: readonly number[]; watch: PerformanceObserver } }
      ).benchTasks;
      watch.disconnect();
      return Math.max(0, ...tasks);
    });
  }

  /** When the largest part of the first screen stood there, as a time of day in ms. */
  largestPaintAt(): Promise<number> {
    return this.#page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1);
            if (last) resolve(performance.timeOrigin + last.startTime);
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
  }
}
