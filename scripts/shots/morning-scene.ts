import { localMoment } from '../../domain/plain-date.ts';
import { scanCodeOf } from '../../domain/scan-code.ts';
import type { DossierList, DossierRow, MorningView } from '../../electron/contract/views.ts';
import { DOSSIER_ID, LOUD } from './samples.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

const BUSY: Partial<MorningView> = {
  counts: {
    late: 3,
    'due-today': 12,
    'due-soon': 27,
    'waiting-for-applicant': 4,
    'result-ready': 31,
    'to-transfer': 5,
    arrived: 6,
    today: 0,
    waiting: 1_204,
  },
  batches: 2,
};

const NAMES = ['Nguyễn Thị Phương Thảo Nguyên', 'Hoàng Đức Ả', 'Đinh Thị Mận'];

const ROWS: readonly DossierRow[] = NAMES.map((applicantName, index) => ({
  // Lists name a row by its dossier.
  id: `${DOSSIER_ID.slice(0, -1)}${index + 1}` as typeof DOSSIER_ID,
  scanCode: scanCodeOf(DOSSIER_ID),
  status: index === 1 ? 'in-progress' : 'received',
  oldNumber: `H44.33.12-201118-100${index + 1}`,
  procedureAlias: index === 0 ? 'Khai sinh, thẻ bảo hiểm y tế' : 'Kết hôn',
  applicantName,
  applicantPhone: '0987654321',
  receivedAt: localMoment(`2020-11-1${index + 6}T08:15`),
  appointmentAt: localMoment(`2020-11-2${index}T17:30`),
  station: 3,
  hasAnomaly: index === 2,
}));

const MANY: readonly DossierRow[] = ROWS.flatMap((row) =>
  Array.from({ length: 60 }, (_, index) => ({ ...row, id: `${row.id}${index}` as typeof DOSSIER_ID })),
);

const LATE: DossierList = { rows: ROWS, total: ROWS.length };

/** What the day begins with. */
export const MORNING_SCENE: Scene = {
  name: '13-morning',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await page.keyboard.press('F5');
    await window.at('line-late').waitFor();
    await shot('empty');
    await small('empty');
    await canned.answer('dossier.list', LATE);
    await canned.patch('dossier.morning', BUSY);
    await page.keyboard.press('1');
    await page.locator('[data-testid="line-late"][data-count="3"][aria-current]').waitFor();
    await window.at('dossier-row').first().waitFor();
    await shot('full');
    await small('full');
    await canned.answer('dossier.list', { rows: MANY, total: 1_204 });
    await page.locator('[data-testid="dossier-count"][data-total="1204"]').waitFor();
    await shot('more');
    await small('more');
    await canned.answer('dossier.list', LATE);
    await canned.patch('app.state', LOUD);
    await window.at('line-batches').waitFor();
    await page.keyboard.press('ArrowLeft');
    await shot('loud');
    await small('loud');
  },
};
