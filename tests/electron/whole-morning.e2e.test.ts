import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import { scanCodeOf, parseDossierId, type DossierId } from '../../domain/scan-code.ts';
import { type PrintedSlip, startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { Start, UNIT } from '../support/counter-start.ts';
import { Hands } from '../support/hands.ts';

const LONGEST_MS = 300_000;

/** Birth: on the same day. Birth with its health card: goes up to the insurance. */
const SAME_DAY = ['ks', 'kt'] as const;
const LINKED = 'ksb';
const UPPER_BODY = 'BHXH huyện Yên Lập';

const FAMILY_NAMES = ['Đinh', 'Hà', 'Bùi', 'Phùng', 'Hoàng'] as const;
const GIVEN_NAMES = ['Mận', 'Thắng', 'Thêm', 'Ả', 'Quỳnh Hương'] as const;

type Citizen = { readonly procedure: string; readonly name: string; readonly phone: string };

/** Twenty people; every fifth one's dossier goes up. */
const QUEUE: readonly Citizen[] = Array.from({ length: 20 }, (_, at) => ({
  procedure: at % 5 === 4 ? LINKED : (SAME_DAY[at % 2] ?? 'ks'),
  name: `${FAMILY_NAMES[at % 5]} Thị ${GIVEN_NAMES[(at + Math.floor(at / 5)) % 5]}`,
  phone: `09123456${String(at).padStart(2, '0')}`,
}));

const slips: PrintedSlip[] = [];
let printer: VirtualPrinter;

beforeAll(async () => {
  printer = await startVirtualPrinter({ port: 0, onSlip: (slip) => slips.push(slip) });
});

afterAll(() => printer.close());

/** The counter and the hands at it. They are new after a power cut. */
type Desk = { readonly start: Start; readonly hands: Hands };

const deskOf = (start: Start): Desk => ({ start, hands: new Hands(start.screen.page) });

/** The form, up to the phone number. */
async function begin({ hands }: Desk, citizen: Citizen): Promise<void> {
  await hands.press('F2');
  await hands.at('procedure-search');
  await hands.type(citizen.procedure);
  await hands.press('Enter');
  await hands.at('applicant-name');
  await hands.type(citizen.name);
  await hands.press('Control+g');
  await hands.enterTo('applicant-phone');
  await hands.type(citizen.phone);
}

/** From the address on. Answers the code on the slip. */
async function finish({ start, hands }: Desk): Promise<string> {
  await hands.enterTo('applicant-address');
  await hands.type('Khu 3, xã Trung Sơn');
  await start.screen.at('appointment').waitFor();
  return (await start.screen.commitIntake()).scanCode;
}

async function receive(desk: Desk, citizen: Citizen): Promise<string> {
  await begin(desk, citizen);
  return finish(desk);
}

/** Mẫu 03, to somebody who is sent away. */
async function refuseIntake({ start, hands }: Desk): Promise<void> {
  await hands.press('F2');
  await hands.at('procedure-search');
  await hands.type('ks');
  await hands.press('Enter');
  await hands.at('applicant-name');
  await hands.type('Triệu Văn Nhầm');
  await hands.press('Control+e');
  await hands.at('ground-not-competent');
  await hands.press('Space');
  await hands.enterTo('before-reason');
  await hands.type('Thuộc thẩm quyền của xã nơi cư trú');
  await hands.press('Control+Enter');
  await start.screen.at('told').waitFor();
}

/** The panel of one dossier, found by its name. */
async function open({ start, hands }: Desk, { name, phone }: Citizen): Promise<DossierId> {
  await hands.press('F3');
  await hands.at('find-input');
  await hands.press('Control+a');
  await hands.type(phone);
  const found = start.screen.at('screen-find').getByTestId('dossier-row');
  await expect.poll(() => found.allInnerTexts()).toEqual([expect.stringContaining(name)]);
  await hands.press('Enter');
  await start.screen.at('dossier-panel').waitFor();
  const id = parseDossierId((await start.screen.at('dossier-panel').getAttribute('data-id')) ?? '');
  if (!id) throw new Error('the panel is about no dossier');
  return id;
}

/** One of what may be done next, by the key that stands on its button. */
async function act({ start, hands }: Desk, kind: ActKind, fill: (hands: Hands) => Promise<void>): Promise<void> {
  await hands.lift();
  const key = (await start.screen.at(`act-open-${kind}`).locator('kbd').innerText()).trim();
  await hands.press(
    /^\d$/.test(key)
      ? `Digit${key}`
      : key.replace('Ctrl+', 'Control+').replace(/[A-Z]$/, (letter) => letter.toLowerCase()),
  );
  await start.screen.page.locator(`[data-testid="act-dialog"][data-kind="${kind}"] input:focus`).waitFor();
  await fill(hands);
  await hands.press('Control+Enter');
  await start.screen.at('act-dialog').waitFor({ state: 'detached' });
  await start.screen.page
    .locator(':is([data-testid="dossier-panel"], [data-testid="dossier-panel"] *):focus')
    .waitFor();
}

const startWork = (desk: Desk) => act(desk, 'processing-started', (hands) => hands.type('Đinh Văn Hùng'));

async function handOver({ start, hands }: Desk, scanCode: string): Promise<void> {
  await start.screen.scan(scanCode);
  await start.screen.waitForAnswer('open');
  await hands.press('Control+Enter');
  await start.screen.waitForAnswer('done');
}

/** Papers are missing, the citizen is told, and brings them. */
async function supplement(desk: Desk, citizen: Citizen): Promise<void> {
  await open(desk, citizen);
  await startWork(desk);
  await act(desk, 'supplement-requested', async (hands) => {
    await hands.press('Space');
    await hands.enterTo('act-reason');
    await hands.type('Giấy chứng sinh bị mờ');
    await hands.press('Enter');
    await hands.type('31/12/2099');
  });
  await act(desk, 'supplement-received', () => Promise.resolve());
  await desk.hands.press('Escape');
}

async function finishAtCommune(desk: Desk, citizen: Citizen): Promise<DossierId> {
  const id = await open(desk, citizen);
  await startWork(desk);
  await act(desk, 'commune-part-finished', () => Promise.resolve());
  await desk.hands.press('Escape');
  return id;
}

async function newBatch({ start, hands }: Desk, key: string): Promise<void> {
  await hands.press('F6');
  await hands.press(key);
  await hands.at('new-batch-body');
  await hands.press('Control+a');
  await hands.type(UPPER_BODY);
  await hands.press('Enter');
  await start.screen.at('batch-head').waitFor();
  await start.screen.at('new-batch-dialog').waitFor({ state: 'detached' });
}

const linesAre = ({ start }: Desk, count: number) =>
  expect.poll(() => start.screen.at('batch-lines').getAttribute('data-count')).toBe(String(count));

const batchIs = ({ start }: Desk, state: string) =>
  start.screen.page.locator(`[data-testid="batch-head"][data-state="${state}"]`).waitFor();

/** Everything that waits, on one list; the body above signs for it. */
async function batchUp(desk: Desk, ids: readonly DossierId[]): Promise<void> {
  const { start, hands } = desk;
  await newBatch(desk, 'Control+u');
  for (const [at, id] of ids.entries()) {
    await start.screen.scan(scanCodeOf(id));
    await linesAre(desk, at + 1);
  }
  await hands.press('Control+Enter');
  await hands.at('courier');
  await hands.press('Enter');
  await batchIs(desk, 'closed');
  await hands.at('signed-by');
  await hands.type('Trần Thị Hoa');
  await hands.press('Control+Enter');
  await batchIs(desk, 'received');
}

/** The results of all of them come down in one bag. */
async function batchDown(desk: Desk, ids: readonly DossierId[]): Promise<void> {
  const { start, hands } = desk;
  await newBatch(desk, 'Control+Shift+u');
  for (const [at, id] of ids.entries()) {
    await start.screen.scan(scanCodeOf(id));
    await linesAre(desk, at + 1);
  }
  await hands.press('Control+Enter');
  await hands.at('courier');
  await hands.press('Enter');
  await batchIs(desk, 'closed');
  for (const [at, id] of ids.entries()) {
    await start.screen.scan(scanCodeOf(id));
    await expect.poll(() => start.screen.at('result-number').count()).toBe(at + 1);
    await start.screen.page.locator('[data-testid="result-number"]:focus').waitFor();
    await hands.type(`${88 + at}/BH`);
    await hands.lift();
    // The signer is that of the one before.
    if (at === 0) {
      await hands.enterTo('result-signer');
      await hands.type('Trần Thị Hoa');
    }
  }
  await hands.press('Control+Enter');
  await batchIs(desk, 'received');
}

function rows<T>(start: Start, sql: string): readonly T[] {
  const db = new Database(start.file, { readonly: true });
  try {
    return db.prepare<[], T>(sql).pluck().all();
  } finally {
    db.close();
  }
}

const eventCount = (start: Start, kind: string) =>
  start.inDatabase<number>(`SELECT count(*) FROM event WHERE doc ->> '$.event.kind' = '${kind}'`);

test(
  'a morning of twenty receptions, ten hand-overs, a supplement, a refusal, a batch up and down, and a power cut: all of it is there, once',
  { timeout: LONGEST_MS },
  async () => {
    let desk = deskOf(await Start.setUp({ ...UNIT, printer }));
    const codes = new Map<Citizen, string>();
    for (const citizen of QUEUE.slice(0, 10)) codes.set(citizen, await receive(desk, citizen));
    const [first, second, eleventh] = [QUEUE[0], QUEUE[1], QUEUE[10]];
    if (!first || !second || !eleventh) throw new Error('nobody is in the queue');
    await supplement(desk, second);
    await refuseIntake(desk);

    // The lights go out in the middle of a form.
    await begin(desk, eleventh);
    await expect.poll(() => desk.start.keptDraft()).toContain(eleventh.phone);
    desk = deskOf(await desk.start.powerCut());
    await desk.start.screen.page.getByText(eleventh.name).first().waitFor();
    await desk.hands.press('Enter');
    await expect.poll(() => desk.start.valueOf('applicant-phone')).toBe(eleventh.phone);
    codes.set(eleventh, await finish(desk));
    for (const citizen of QUEUE.slice(11)) codes.set(citizen, await receive(desk, citizen));

    const linked = QUEUE.filter(({ procedure }) => procedure === LINKED);
    const ids: DossierId[] = [];
    for (const citizen of linked) ids.push(await finishAtCommune(desk, citizen));
    await batchUp(desk, ids);
    await batchDown(desk, ids);

    const sameDay = QUEUE.filter((citizen) => citizen.procedure !== LINKED && citizen !== second);
    const takenHome = [...linked, ...sameDay.slice(0, 6)];
    for (const citizen of takenHome) await handOver(desk, codes.get(citizen) ?? '');

    const { start } = desk;
    expect(rows<string>(start, 'PRAGMA integrity_check')).toEqual(['ok']);
    expect(new Set(codes.values()).size).toBe(20);
    expect(eventCount(start, 'received')).toBe(20);
    expect(eventCount(start, 'result-handed-over')).toBe(10);
    expect(eventCount(start, 'supplement-requested')).toBe(1);
    expect(eventCount(start, 'supplement-received')).toBe(1);
    expect(eventCount(start, 'intake-refused')).toBe(1);
    expect(start.keptDraft()).toBeUndefined();
  },
);
