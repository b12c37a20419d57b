import { lateness } from '../../domain/appointment.ts';
import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import { isOpenState } from '../../domain/lifecycle/dossier-state.ts';
import { mayHandOver } from '../../domain/dossier-commands.ts';
import { unreachable } from '../../domain/result.ts';
import {
  type DossierId,
  dossierIdOf,
  parseScanCode,
  partsOfScanCode,
  type ScanCode,
  scanCodeOf,
  type ScanCodeRefusal,
} from '../../domain/scan-code.ts';
import { isInForce } from '../../domain/unit.ts';
import type { ScanAnswer } from '../contract/views.ts';

type ScanCircumstances = {
  /** Of the unit this counter belongs to. */
  readonly unitCode: string;
  readonly now: LocalMoment;
  readonly findDossier: (id: DossierId) => Dossier | undefined;
  readonly findByOldScan: (text: string) => readonly Dossier[];
};

/**
 * What a slip says about itself, from what a scanner or a hand typed. Its first five digits decide whose it is: what
 * another unit received is not handed over here.
 */
export function answerScan(text: string, by: ScanCircumstances): ScanAnswer {
  const parsed = parseScanCode(text);
  if (!parsed.ok) return oldSlip(text, by) ?? misread(parsed.refusal);
  const scanCode = parsed.value;
  const { unitCode, station } = partsOfScanCode(scanCode);
  if (unitCode !== by.unitCode)
    return oldSlip(text, by) ?? { kind: 'other-unit', unitCode, ...nameOf(unitCode, by.now) };
  const dossierId = dossierIdOf(scanCode);
  const dossier = by.findDossier(dossierId);
  return dossier
    ? answerOf(dossier, { scanCode, station, now: by.now })
    : { kind: 'intake-unknown', dossierId, scanCode, station };
}

/** A slip of the system before this one: its old number or barcode names the dossier that was taken over. */
function oldSlip(text: string, by: ScanCircumstances): ScanAnswer | undefined {
  const found = by.findByOldScan(text);
  const [only] = found;
  if (!only) return undefined;
  // Two dossiers of the old system that look alike: the one that is still open is meant.
  const dossier = found.find(({ status }) => isOpenState(status)) ?? only;
  const scanCode = scanCodeOf(dossier.id);
  return answerOf(dossier, { scanCode, station: partsOfScanCode(scanCode).station, now: by.now });
}

function answerOf(
  dossier: Dossier,
  { scanCode, station, now }: { readonly scanCode: ScanCode; readonly station: number; readonly now: LocalMoment },
): ScanAnswer {
  if (dossier.handOver) return { kind: 'handed-over', dossier, scanCode };
  if (dossier.status === 'intake-unknown') return { kind: 'intake-unknown', dossierId: dossier.id, scanCode, station };
  if (!mayHandOver(dossier.status)) return { kind: 'not-to-hand-over', dossier, scanCode };
  const promised = dossier.appointment?.at;
  return {
    kind: 'open',
    dossier,
    scanCode,
    lateness: promised ? lateness(promised, now, dossier.pausedSince) : 'in-time',
  };
}

/** The name of a unit, where it is known; one that has ended still has the name its slips carry. */
function nameOf(unitCode: string, now: LocalMoment): { readonly unitName?: string } {
  const versions = YEN_LAP_UNITS.filter((unit) => unit.code === unitCode);
  const unit = versions.find((version) => isInForce(version, dateOf(now))) ?? versions.at(-1);
  return unit ? { unitName: unit.name } : {};
}

function misread(refusal: ScanCodeRefusal): ScanAnswer {
  switch (refusal.code) {
    case 'scan-code-not-16-digits':
      return { kind: 'not-16-digits', digits: refusal.digits };
    case 'scan-code-check-failed':
      return { kind: 'check-failed' };
    default:
      return unreachable(refusal);
  }
}
