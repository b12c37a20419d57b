import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Call } from '../../electron/contract/commands.ts';
import type { StorageRefusal } from '../../electron/contract/refusals.ts';
import type { ReceivedDossier } from '../../electron/contract/views.ts';
import { storageTrouble } from '../../renderer/text/trouble.ts';
import { intake, refusalOf } from '../support/counter.ts';

type Why = StorageRefusal['why'];

/** Receives until the disk says no; answers how many it acknowledged and why it stopped. */
export async function receiveUntilRefused(call: Call): Promise<{ readonly acknowledged: number; readonly why: Why }> {
  for (let acknowledged = 0; ; acknowledged += 1) {
    const answer = await call('dossier.receive', { commandId: randomUUID(), form: intake() });
    if (!answer.ok) return { acknowledged, why: storageTroubleIn(answer.refusal) };
  }
}

/** Everything that would have to write is refused by the same word, which the screen has whole sentences for. */
export async function expectWritesRefused(call: Call, { dossier }: ReceivedDossier, why: Why): Promise<void> {
  const refused = { code: 'storage-failed', why };
  const received = await call('dossier.receive', { commandId: randomUUID(), form: intake() });
  expect(refusalOf(received)).toEqual(refused);
  const receiver = { relation: 'applicant', name: 'Nguyễn Thị Đào', idNumber: '' } as const;
  const handedOver = await call('dossier.handOver', { commandId: randomUUID(), dossierId: dossier.id, receiver });
  expect(refusalOf(handedOver)).toEqual(refused);
  // A further paper takes a copy number, which must be kept.
  expect(refusalOf(await call('print.again', { dossierId: dossier.id }))).toEqual(refused);
  expectSentences(why);
}

/** The screen tells the clerk what happened, that nothing is lost, and what to do now. */
export function expectSentences(why: Why): void {
  const { what, safe, next } = storageTrouble({ code: 'storage-failed', why });
  for (const sentence of [what, safe, next]) expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
}

/** The clerk can still answer who asks: the list, the search, the scan, and the slip as it was printed. */
export async function expectReadsToWork(call: Call, { dossier, printJobId }: ReceivedDossier): Promise<void> {
  expect(await call('dossier.get', { id: dossier.id })).toEqual(dossier);
  const scanned = await call('dossier.scan', { text: dossier.intake?.scanCode ?? '' });
  expect(scanned).toMatchObject({ kind: 'open', dossier });
  const found = await call('dossier.find', { query: dossier.intake?.dossierNumber ?? '', limit: 5 });
  expect(found.rows.map(({ id }) => id)).toEqual([dossier.id]);
  expect((await call('dossier.list', { view: 'today', limit: 1 })).total).toBeGreaterThan(0);
  expect(await call('print.picture', { jobId: printJobId })).toMatch(/^data:image\/png;base64,.{1000}/);
}

/** What a refusal of the disk says; throws for a refusal of any rule. */
function storageTroubleIn(refusal: { readonly code: string }): Why {
  if (refusal.code !== 'storage-failed') throw new Error(`refused: ${JSON.stringify(refusal)}`);
  return (refusal as StorageRefusal).why;
}
