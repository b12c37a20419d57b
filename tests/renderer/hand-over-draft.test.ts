import { describe, expect, test } from 'vitest';
import type { Receiver } from '../../domain/party.ts';
import { projectDossier } from '../../domain/lifecycle/project-dossier.ts';
import { type DossierId, dossierIdOf } from '../../domain/scan-code.ts';
import { type HandOverDraft, lacksProof, startHandOver, wishOf } from '../../renderer/hand-over/hand-over-draft.ts';
import { receiverByCard } from '../../renderer/hand-over/receiver-by-card.ts';
import { RECEIVED } from '../domain/fixtures.ts';

// Only its kind matters here.
const OPEN = { id: '08311032600001' as DossierId, dossier: undefined };
const OTHER: Receiver = { relation: 'authorised', name: 'Hoàng Thị Én', idNumber: '' };

function draft(part: Partial<HandOverDraft>): HandOverDraft {
  return { ...startHandOver(OPEN, false), ...part };
}

describe('what is sent of a hand-over', () => {
  test('is the receiver alone where nothing else was said', () => {
    expect(Object.keys(wishOf(draft({})))).toEqual(['receiver']);
  });

  test('holds a bill only by post, and no rating from who is not here', () => {
    const typed = { postBill: ' EA 1 ', rating: 5 } as const;
    expect(wishOf(draft({ ...typed, by: 'post' }))).toMatchObject({ by: 'post', postBill: 'EA 1' });
    expect(wishOf(draft({ ...typed, by: 'post' }))).not.toHaveProperty('rating');
    expect(wishOf(draft({ ...typed, by: 'portal' }))).not.toHaveProperty('postBill');
  });

  test('holds a declaration for a lost slip, whatever became of its words', () => {
    expect(wishOf(draft({ isSlipLost: true, declaration: ' ' })).slipLost).toBe('Giấy cam đoan mất phiếu hẹn');
    expect(wishOf(draft({ isSlipLost: true, declaration: 'Cam đoan số 3' })).slipLost).toBe('Cam đoan số 3');
  });

  test('holds no authorisation of who needs none', () => {
    const applicant: Receiver = { relation: 'applicant', name: 'Hà Văn Páo', idNumber: '' };
    expect(wishOf(draft({ receiver: applicant, authorisation: 'Số 12' }))).not.toHaveProperty('authorisation');
  });
});

describe('the way a result goes out', () => {
  test('is what the citizen wanted at the reception, where no slip was brought to the counter', () => {
    const payload = { ...RECEIVED, resultWanted: { at: 'home-by-post', address: 'Khu 7' } } as const;
    const id = dossierIdOf(RECEIVED.scanCode);
    const fact = {
      kind: 'received',
      payload,
      dossierId: id,
      lamport: 1,
      log: 'a',
      seq: 1,
      actor: 'Hà Thị Lan',
    } as const;
    const open = { id, dossier: projectDossier([fact]) };
    expect(startHandOver(open, true).by).toBe('post');
    expect(startHandOver(open, false).by).toBe('counter');
  });
});

describe('somebody else at the counter', () => {
  test('shows a number or an authorisation; by post nobody stands there', () => {
    expect(lacksProof(draft({ receiver: OTHER }))).toBe(true);
    expect(lacksProof(draft({ receiver: { ...OTHER, idNumber: '025190004321' } }))).toBe(false);
    expect(lacksProof(draft({ receiver: OTHER, authorisation: 'Số 12' }))).toBe(false);
    expect(lacksProof(draft({ receiver: OTHER, by: 'post' }))).toBe(false);
  });
});

describe('a card', () => {
  test('that bears only a number belongs to who is typed', () => {
    const card = { kind: 'card-id', idNumber: '025190004321' } as const;
    expect(receiverByCard(card, OTHER, undefined)).toEqual({ ...OTHER, idNumber: '025190004321' });
  });
});
