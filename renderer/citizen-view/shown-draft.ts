import { idKindOf, maskedId } from '../../domain/people/citizen-id.ts';
import { parsePhone } from '../../domain/phone.ts';
import { tidyText } from '../../domain/typed-text.ts';
import type { Fees } from '../fees/use-fees.ts';
import {
  capitalised,
  dateText,
  momentInWords,
  parseTypedDate,
  phoneText,
  vndText,
  weekdayText,
} from '../text/format.ts';
import type { IntakeDraft } from '../intake/intake-draft.ts';
import type { AppointmentShown } from '../intake/use-appointment.ts';
import { CERTIFY } from '../text/certify.ts';
import { CITIZEN_VIEW } from '../text/citizen-view.ts';
import { FEES } from '../text/fees.ts';
import { COMMON } from '../text/vi.ts';
import type { Shown, ShownLine } from './shown-line.ts';

type Typed = { readonly draft: IntakeDraft; readonly appointment: AppointmentShown; readonly fees: Fees };

/** What was typed so far, for the citizen to compare: every mark of the name, the number with its middle hidden. */
export function shownDraft({ draft, appointment, fees }: Typed): Shown {
  const { procedure, options } = draft;
  return {
    title: CITIZEN_VIEW.title,
    lines: [
      ...peopleLines(draft),
      // Who wants no title on the paper does not want it read out by the next in the queue.
      ...(procedure && !(procedure.isRestricted && options.hidesTitle)
        ? [{ name: CITIZEN_VIEW.procedure, value: procedure.alias }]
        : []),
      { name: CITIZEN_VIEW.appointment, value: appointmentText(draft, appointment), isLarge: true },
      ...(procedure ? [{ name: CITIZEN_VIEW.fee, value: feeText(fees) }] : []),
    ],
  };
}

function peopleLines(draft: IntakeDraft): readonly ShownLine[] {
  const { kind, name, idNumber, address, hasSubmitter, submitterName } = draft;
  const isPerson = kind === 'person';
  return [
    {
      name: isPerson ? CITIZEN_VIEW.personName : CITIZEN_VIEW.organisationName,
      value: tidyText(name),
      isLarge: true,
    },
    { name: idName(draft), value: maskedId(idNumber), isShort: true },
    { name: CITIZEN_VIEW.phone, value: typedPhone(draft), isShort: true },
    { name: CITIZEN_VIEW.address, value: tidyText(address) },
    ...(hasSubmitter ? [{ name: CITIZEN_VIEW.submitter, value: tidyText(submitterName) }] : []),
  ];
}

function idName({ kind, idNumber }: IntakeDraft): string {
  if (kind === 'organisation') return CITIZEN_VIEW.taxCode;
  const idKind = idKindOf(idNumber);
  return idKind === 'citizen' || idKind === 'none' ? CITIZEN_VIEW.idNumber : CITIZEN_VIEW.otherId;
}

function typedPhone({ phone, noPhone }: IntakeDraft): string {
  if (noPhone) return COMMON.none;
  const parsed = parsePhone(phone);
  return parsed?.kind === 'number' ? phoneText(parsed.digits) : tidyText(phone);
}

function appointmentText(draft: IntakeDraft, shown: AppointmentShown): string {
  if (shown.kind === 'computed') {
    return draft.isOnTheSpot ? CERTIFY.now : capitalised(momentInWords(shown.appointment.at));
  }
  const agreed = shown.kind === 'to-agree' ? parseTypedDate(draft.agreedDate) : undefined;
  return agreed ? capitalised(`${weekdayText(agreed)}, ${dateText(agreed)}`) : '';
}

function feeText({ assessed }: Fees): string {
  if (!assessed.ok || assessed.value.unassessed.length > 0) return FEES.open;
  const { totalVnd, exemption } = assessed.value;
  if (totalVnd > 0) return vndText(totalVnd);
  return exemption ? FEES.isExempt : FEES.free;
}
