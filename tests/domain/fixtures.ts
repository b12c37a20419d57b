import { COMMUNE_PROCEDURES } from '../../domain/catalogue/commune-procedures.ts';
import { WORKING_CALENDAR } from '../../domain/catalogue/working-calendar-2018-2026.ts';
import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import type { Appointment } from '../../domain/appointment.ts';
import type { FrozenProcedure, Received, ResultHandedOver } from '../../domain/lifecycle/dossier-fact.ts';
import { nextDossierNumber, parseStation, type Station } from '../../domain/dossier-number.ts';
import { headlineFee } from '../../domain/fees/fee-rule.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import { lookUpCodeFrom } from '../../domain/look-up-code.ts';
import { DEFAULT_OFFICE_HOURS } from '../../domain/office-hours.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { Result } from '../../domain/result.ts';
import { makeScanCode } from '../../domain/scan-code.ts';
import type { Unit } from '../../domain/unit.ts';

/** The value of an answer that must not be a refusal. */
export function valueOf<T, R>(result: Result<T, R>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal of an answer that must be one. */
export function refusalOf<T, R>(result: Result<T, R>): R {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.refusal;
}

export function procedureOf(code: string): Procedure {
  const procedure = COMMUNE_PROCEDURES.find((each) => each.code === code);
  if (!procedure) throw new Error(`no procedure ${code}`);
  return procedure;
}

export function stationOf(number: number): Station {
  const station = parseStation(number);
  if (station === undefined) throw new Error(`no station ${number}`);
  return station;
}

export function unitOf(name: string): Unit {
  const unit = YEN_LAP_UNITS.find((each) => each.name === name);
  if (!unit) throw new Error(`no unit ${name}`);
  return unit;
}

export const BIRTH = procedureOf('1.001193');
export const COOPERATIVE = procedureOf('2.002226');

export const RULES = { calendar: WORKING_CALENDAR, hours: DEFAULT_OFFICE_HOURS };

/** What a clerk types for an ordinary birth registration. */
export const BIRTH_INPUT: IntakeInput = {
  procedureCode: BIRTH.code,
  applicant: {
    kind: 'person',
    name: 'Đinh Thị Mơ',
    idNumber: '025190000001',
    phone: '0912 345 678',
    noPhone: false,
    address: 'Khu 3, xã Xuân Viên',
  },
  papers: BIRTH.requiredPapers
    .filter((paper) => paper.required)
    .map(({ id, originals, copies }) => ({ id, originals, copies })),
  sets: 1,
};

export const APPOINTMENT: Appointment = {
  at: localMoment('2020-04-20T17:30'),
  basis: { kind: 'same-day' },
  daysOff: [],
  calendarVersion: WORKING_CALENDAR.version,
};

export const NUMBERS = {
  scanCode: makeScanCode({ unitCode: '08305', station: 1, yearOfCentury: 20, runningNumber: 42 }),
  dossierNumber: valueOf(
    nextDossierNumber({
      organisationCode: '000.86.22.H44',
      date: plainDate('2020-04-20'),
      station: stationOf(1),
      used: 0,
    }),
  ),
  lookUpCode: lookUpCodeFrom([0, 0, 0, 0]),
  registerBook: { book: '01/2020', number: 42 },
};

/** A procedure as a reception freezes it. */
export function frozen({ code, version, name, alias, field, limit, fees, resultName }: Procedure): FrozenProcedure {
  return { code, version, name, alias, field, limit, fee: headlineFee(fees), resultName };
}

export const RECEIVED: Received = {
  ...NUMBERS,
  unit: unitOf('Xã Xuân Viên'),
  station: stationOf(1),
  procedure: frozen(BIRTH),
  papers: [{ id: 'declaration', name: 'Tờ khai', originals: 1, copies: 0 }],
  sets: 1,
  applicant: {
    kind: 'person',
    name: 'Đinh Thị Mơ',
    idNumber: '',
    phone: { kind: 'number', digits: '0912345678' },
    address: 'Khu 3, xã Xuân Viên',
  },
  receivedAt: localMoment('2020-04-20T08:15'),
  appointment: APPOINTMENT,
};

export const HANDED_OVER: ResultHandedOver = {
  receiver: { relation: 'applicant', name: 'Đinh Thị Mơ', idNumber: '' },
  handedOverAt: localMoment('2020-04-20T16:05'),
};
