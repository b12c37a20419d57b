import type { Page } from 'playwright-core';

export const COLOUR_SCHEMES = ['dark', 'light'] as const;

/**
 * As if another window of the counter had chosen the colours: the driver's emulation brings the old stand-in runtime
 * down.
 */
export async function showScheme(page: Page, scheme: (typeof COLOUR_SCHEMES)[number]): Promise<void> {
  await page.evaluate((newValue) => {
    const key = 'mantine-color-scheme-value';
    window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
  }, scheme);
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' });
}
