import { lateness } from '../../domain/appointment.ts';
import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import { unreachable } from '../../domain/result.ts';
import {
  type DossierId,
  dossierIdOf,
  parseScanCode,
  partsOfScanCode,
  type ScanCodeRefusal,
} from '../../domain/scan-code.ts';
import { isInForce } from '../../domain/unit.ts';
import type { ScanAnswer } from '../contract/views.ts';

type ScanCircumstances = {
  /** Of the unit this counter belongs to. */
  readonly unitCode: string;
  readonly now: LocalMoment;
  readonly findDossier: (id: DossierId) => Dossier | undefined;
};

/**
 * What a slip says about itself, from what a scanner or a hand typed. Its first five digits decide whose it is: what
 * another unit received is not handed over here.
 */
export function answerScan(text: string, by: ScanCircumstances): ScanAnswer {
  const parsed = parseScanCode(text);
  if (!parsed.ok) return misread(parsed.refusal);
  const scanCode = parsed.value;
  const { unitCode, station } = partsOfScanCode(scanCode);
  if (unitCode !== by.unitCode) return { kind: 'other-unit', unitCode, ...nameOf(unitCode, by.now) };
  const dossierId = dossierIdOf(scanCode);
  const dossier = by.findDossier(dossierId);
  if (dossier?.handOver) return { kind: 'handed-over', dossier, scanCode };
  if (!dossier?.intake) return { kind: 'intake-unknown', dossierId, scanCode, station };
  return { kind: 'open', dossier, scanCode, lateness: lateness(dossier.intake.appointment.at, by.now) };
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
