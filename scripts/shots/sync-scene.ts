import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';
import { CONTRADICTIONS, QUARANTINED, SYNC_STATES, WAITING } from './sync-samples.ts';

const NONE = { rows: [], total: 0 };

/** What waits to be sent, what was set aside, what two machines said differently. */
export const SYNC_SCENE: Scene = {
  name: '27-sync',
  play: async (stage) => {
    const { window, page, canned, shot, small, enlarged } = stage;
    await setUp(stage);
    await page.keyboard.press('F9');
    await window.at('sync-empty').waitFor();
    await shot('no-server');
    await small('no-server');
    await page.keyboard.press('F2');
    await canned.patch('app.state', { sync: SYNC_STATES.offline });
    await canned.answer('sync.waiting', WAITING);
    await canned.answer('sync.quarantined', QUARANTINED);
    await canned.answer('sync.contradictions', CONTRADICTIONS);
    await page.keyboard.press('F9');
    await page.locator('[data-testid="sync-tab-waiting"][data-count="1204"]').waitFor();
    await window.at('sync-row').first().waitFor();
    await shot('offline');
    await small('offline');
    await enlarged('offline');
    await canned.patch('app.state', { sync: SYNC_STATES.sending });
    await window.at('sync-sending').waitFor();
    await shot('sending');
    await small('sending');
    await window.at('sync-tab-contradictions').click();
    await page.locator('[data-testid="sync-row"][data-kind="processing-started"]').waitFor();
    await shot('contradictions');
    await small('contradictions');
    await canned.patch('app.state', { sync: SYNC_STATES.refused });
    await window.at('sync-tab-quarantined').click();
    await window.at('sync-send-again').waitFor();
    await shot('quarantined');
    await small('quarantined');
    await enlarged('quarantined');
    await canned.patch('app.state', { sync: SYNC_STATES.inSync });
    await canned.answer('sync.waiting', NONE);
    await canned.answer('sync.quarantined', { byServer: NONE, here: NONE });
    await canned.answer('sync.contradictions', NONE);
    await page.locator('[data-testid="sync-tab-quarantined"][data-count="0"]').waitFor();
    await window.at('sync-tab-waiting').click();
    await shot('in-sync');
    await small('in-sync');
  },
};
