import { isPossibleId } from '../typed-text.ts';
import { DEFAULT_OFFICE_HOURS, officeHoursOn, type OfficeHoursBySeason } from '../office-hours.ts';
import type { Applicant } from '../party.ts';
import { dateOf, type LocalMoment, momentOf, type PlainDate } from '../plain-date.ts';
import { isOrganisation, isRounded, phoneIn, restoredId, saysNone, tidyCell } from './old-cell.ts';
import type { OldColumn, OldColumns } from './old-columns.ts';
import type { OldDossier, RowProblem, RowWarning } from './old-dossier.ts';
import { oldNumberKey } from './old-number.ts';
import type { oldProcedures } from './old-procedure.ts';
import { readOldState } from './old-state.ts';
import type { Cells } from './sheet.ts';
import { parseSheetMoment, type SheetMoment } from './sheet-date.ts';

/** The same for every row of a sheet. */
export type ReadingRules = {
  readonly columns: OldColumns;
  readonly day: PlainDate;
  readonly hours: OfficeHoursBySeason;
  readonly procedureOf: ReturnType<typeof oldProcedures>;
};

export const USUAL_HOURS: OfficeHoursBySeason = { hours: DEFAULT_OFFICE_HOURS };

const LONGEST: readonly (readonly [OldColumn, number])[] = [
  ['oldNumber', 100],
  ['oldScanText', 500],
  ['applicantName', 200],
  ['address', 300],
  ['procedureName', 500],
  ['procedureCode', 100],
  ['note', 1_000],
];

/** Reads one row. What it cannot read it notes, as a problem where the dossier cannot be without it. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowWarning[] = [];
  readonly #cells: Cells;
  readonly #rules: ReadingRules;

  constructor(cells: Cells, rules: ReadingRules) {
    this.#cells = cells;
    this.#rules = rules;
  }

  /** The dossier; of no use where problems were noted. Undefined when there is no day of receipt to place it by. */
  dossier(): OldDossier | undefined {
    this.#checkLengths();
    const oldNumber = this.#oldNumber();
    const oldScanText = this.#oldScanText();
    const applicant = this.#applicant();
    const [name, code] = [this.text('procedureName'), this.text('procedureCode')];
    if (name === '' && code === '') this.#problem('procedure-missing', 'procedureName');
    const state = this.#state();
    const note = this.text('note');
    const receivedAt = this.#receivedAt();
    if (receivedAt === undefined) return undefined;
    const procedure = this.#rules.procedureOf({ name, code }, dateOf(receivedAt));
    if (procedure.warning) this.#warn(procedure.warning, code === '' ? 'procedureName' : 'procedureCode');
    const appointmentAt = this.#appointmentAt(receivedAt);
    return {
      oldNumber,
      ...(oldScanText === undefined ? {} : { oldScanText }),
      applicant,
      ...(procedure.code === undefined ? {} : { procedureCode: procedure.code }),
      procedureName: procedure.name,
      receivedAt,
      ...(appointmentAt === undefined ? {} : { appointmentAt }),
      state,
      ...(note === '' ? {} : { note }),
    };
  }

  /** The cell of a column; empty where the sheet has no such column. */
  text(column: OldColumn): string {
    const index = this.#rules.columns[column];
    return index === undefined ? '' : tidyCell(this.#cells[index]);
  }

  #oldNumber(): string {
    const text = this.text('oldNumber');
    if (oldNumberKey(text) === '') this.#problem('number-missing', 'oldNumber');
    else if (isRounded(text)) this.#problem('number-rounded', 'oldNumber');
    return text;
  }

  #oldScanText(): string | undefined {
    const text = this.text('oldScanText');
    if (oldNumberKey(text) === '') return undefined;
    if (!isRounded(text)) return text;
    this.#warn('scan-text-rounded', 'oldScanText');
    return undefined;
  }

  #applicant(): Applicant {
    const name = this.text('applicantName');
    // A spreadsheet's numbering or a dash is no name.
    if (!/\p{L}/u.test(name)) this.#problem('name-missing', 'applicantName');
    const phone = phoneIn(this.text('phone'));
    if (!phone) this.#warn('phone-unreadable', 'phone');
    return {
      kind: isOrganisation(name) ? 'organisation' : 'person',
      name,
      idNumber: this.#idNumber(),
      phone: phone ?? { kind: 'none' },
      address: this.text('address'),
    };
  }

  #idNumber(): string {
    const text = this.text('applicantIdNumber');
    if (saysNone(text)) return '';
    const id = restoredId(text);
    if (isRounded(text) || !isPossibleId(id) || !/\d/.test(id)) {
      this.#warn('id-unreadable', 'applicantIdNumber');
      return '';
    }
    if (id !== text.replaceAll(' ', '')) this.#warn('id-zero-restored', 'applicantIdNumber');
    return id;
  }

  #state(): OldDossier['state'] {
    const state = readOldState(this.text('state'));
    if (state === 'unknown') this.#warn('state-unknown', 'state');
    return state === 'result-ready' ? 'result-ready' : 'in-progress';
  }

  #receivedAt(): LocalMoment | undefined {
    if (saysNone(this.text('receivedAt'))) {
      this.#problem('received-missing', 'receivedAt');
      return undefined;
    }
    const moment = parseSheetMoment(this.text('receivedAt'));
    if (!moment) {
      this.#problem('received-unreadable', 'receivedAt');
      return undefined;
    }
    if (moment.date > this.#rules.day) this.#problem('received-after-today', 'receivedAt');
    return this.#momentOf(moment, 'opening');
  }

  #appointmentAt(receivedAt: LocalMoment): LocalMoment | undefined {
    const text = this.text('appointmentAt');
    const moment = parseSheetMoment(text);
    if (!moment) {
      this.#warn(saysNone(text) ? 'appointment-missing' : 'appointment-unreadable', 'appointmentAt');
      return undefined;
    }
    const at = this.#momentOf(moment, 'closing');
    if (at < receivedAt) this.#warn('appointment-before-reception', 'appointmentAt');
    return at;
  }

  #momentOf({ date, minute }: SheetMoment, otherwise: 'opening' | 'closing'): LocalMoment {
    const hours = officeHoursOn(this.#rules.hours, date);
    return momentOf(date, minute ?? (otherwise === 'opening' ? hours.morning.from : hours.afternoon.until));
  }

  #checkLengths(): void {
    for (const [column, longest] of LONGEST) if (this.text(column).length > longest) this.#problem('too-long', column);
  }

  #problem(code: RowProblem['code'], column: OldColumn): void {
    this.problems.push({ code, ...this.#where(column) });
  }

  #warn(code: RowWarning['code'], column: OldColumn): void {
    this.warnings.push({ code, ...this.#where(column) });
  }

  #where(column: OldColumn): { readonly column: OldColumn; readonly value?: string } {
    const value = this.text(column);
    return value === '' ? { column } : { column, value };
  }
}
