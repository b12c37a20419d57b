import { useEffect, useEffectEvent } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import { type DossierId, dossierIdOf } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { ScanAnswer } from '../../electron/contract/views.ts';
import { standsBeforeIntake } from '../before-intake/standing-draft.ts';
import { playSound } from '../scan/sound.ts';
import { type Answer, useAnswer } from '../use-answer.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];

/** What a slip says about itself, and one sound when it is known. */
export function useScanAnswer(text: string): Answer<ScanAnswer> {
  const answer = useAnswer('dossier.scan', { text }, TOPICS);
  const kind = answer.value?.kind;
  const isAnswered = kind !== undefined;
  const play = useEffectEvent(() => {
    if (answer.value) playSound(leadsOn(answer.value) ? 'good' : 'bad');
  });
  // Once: a push that brings the answer again stays silent.
  useEffect(() => {
    if (isAnswered) play();
  }, [isAnswered]);
  return answer;
}

/** Whether something can be done with it here. */
function leadsOn(answer: ScanAnswer): boolean {
  if (answer.kind === 'not-to-hand-over') return standsBeforeIntake(answer.dossier);
  return answer.kind === 'open' || answer.kind === 'intake-unknown';
}

/** A dossier whose result may be handed over now. */
export type OpenDossier = { readonly id: DossierId; readonly dossier: Dossier | undefined };

export function openDossierOf(answer: ScanAnswer): OpenDossier | undefined {
  if (answer.kind === 'open') return { id: dossierIdOf(answer.scanCode), dossier: answer.dossier };
  return answer.kind === 'intake-unknown' ? { id: answer.dossierId, dossier: undefined } : undefined;
}
