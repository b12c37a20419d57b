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
  type ScanCode,
  type ScanCodeRefusal,
} from '../../domain/scan-code.ts';
import { isInForce } from '../../domain/unit.ts';
import type { ScanAnswer } from '../contract/views.ts';

export type ScanCircumstances = {
  /** Of the unit this counter belongs to. */
  readonly unitCode: string;
  readonly now: LocalMoment;
  readonly findDossier: (id: DossierId) => Dossier | undefined;
};

/** What a slip says about itself, from what a scanner or a hand typed. A dossier that is known here is always shown. */
export function answerScan(text: string, by: ScanCircumstances): ScanAnswer {
  const parsed = parseScanCode(text);
  if (!parsed.ok) return misread(parsed.refusal);
  const scanCode = parsed.value;
  const dossier = by.findDossier(dossierIdOf(scanCode));
  if (dossier?.handOver) return { kind: 'handed-over', dossier, scanCode };
  if (dossier?.intake) {
    return { kind: 'open', dossier, scanCode, lateness: lateness(dossier.intake.appointment.at, by.now) };
  }
  return answerUnknown(scanCode, by);
}

function answerUnknown(scanCode: ScanCode, { unitCode, now }: ScanCircumstances): ScanAnswer {
  const parts = partsOfScanCode(scanCode);
  if (parts.unitCode === unitCode) {
    return { kind: 'intake-unknown', dossierId: dossierIdOf(scanCode), scanCode, station: parts.station };
  }
  const versions = YEN_LAP_UNITS.filter((unit) => unit.code === parts.unitCode);
  // A unit that has ended still has a name its slips carry.
  const unit = versions.find((version) => isInForce(version, dateOf(now))) ?? versions.at(-1);
  return { kind: 'other-unit', unitCode: parts.unitCode, ...(unit ? { unitName: unit.name } : {}) };
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
