import { UNIT } from './samples.ts';
import type { Stage } from './stage.ts';

/** Sets a counter up as a person does, and goes to the reception. */
export async function setUp({ window, page }: Stage): Promise<void> {
  await window.setUp(UNIT);
  await page.keyboard.press('F2');
}
