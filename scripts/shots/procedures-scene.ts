import { COUNTER_PROCEDURES } from '../../domain/catalogue/counter-procedures.ts';
import { addDays, dateOf, localMomentAt } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** What a new decision of the province made of the registration of births ten days ago. */
function changed(): readonly Procedure[] {
  const birth = COUNTER_PROCEDURES.find(({ code }) => code === '1.001193');
  const [declaration, certificate, ...others] = birth?.requiredPapers ?? [];
  if (!birth || !declaration || !certificate) throw new Error('no registration of births');
  const effectiveFrom = addDays(dateOf(localMomentAt(Date.now())), -10);
  const paper = { ...certificate, id: 'pledge', name: 'Giấy cam đoan về việc sinh', required: false };
  return [
    {
      ...birth,
      version: effectiveFrom,
      effectiveFrom,
      limit: { kind: 'working-days', days: 2 },
      requiredPapers: [declaration, { ...certificate, copies: 1 }, ...others.slice(0, 3), paper],
      onlineScope: 'full',
      decision: { number: '1872/QĐ-BTP', date: addDays(effectiveFrom, -20) },
    },
  ];
}

/** What the counter receives, and what has changed of it. */
export const PROCEDURES_SCENE: Scene = {
  name: '14-procedures',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await canned.answer('procedure.versions', [...COUNTER_PROCEDURES, ...changed()]);
    await page.keyboard.press('Control+t');
    await window.at('procedure-sheet').waitFor();
    await window.at('procedure-if-now').waitFor();
    await shot('first');
    await window.at('procedures-search').fill('ks');
    await page.locator('[data-testid="procedure-sheet"][data-code="1.001193"]').waitFor();
    await window.at('procedure-if-now').waitFor();
    await shot('changed');
    await small('changed');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.waitForTimeout(300);
    await shot('changes');
    await page.keyboard.press('Escape');
    await window.at('procedures-search').fill('lien thong');
    await window.at('procedure-sheet').waitFor();
    await small('linked');
    await window.at('procedures-search').fill('xyzzy');
    await window.at('procedure-sheet').waitFor({ state: 'detached' });
    await shot('none');
  },
};
