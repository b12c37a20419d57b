import { dateOf } from '../../domain/plain-date.ts';
import { capitalised, dateText, hourInWords, momentInWords, parseTypedDate, weekdayText } from '../text/format.ts';
import { OptionsLine } from '../intake-options/OptionsLine.tsx';
import { Field } from '../parts/Field.tsx';
import { appointmentReason } from '../text/appointment.ts';
import { CERTIFY } from '../text/certify.ts';
import { INTAKE, receiveTrouble, whyAgreed } from '../text/intake.ts';
import type { FieldsProps } from './fields-props.ts';
import type { AppointmentShown, WhyToAgree } from './use-appointment.ts';

/** The largest thing on the screen: when the citizen comes back, and why then. */
export function AppointmentCard({ shown, ...fields }: FieldsProps & { readonly shown: AppointmentShown }) {
  return (
    <section className="card intake-appointment" data-testid="appointment" data-kind={shown.kind}>
      <header className="card-head">
        <h2>{INTAKE.appointment}</h2>
        <OptionsLine draft={fields.draft} onChange={fields.onChange} />
      </header>
      {shown.kind === 'unknown' && <p className="appointment-empty">{INTAKE.appointmentEmpty}</p>}
      {shown.kind === 'not-in-force' && (
        <p className="appointment-empty">{receiveTrouble({ code: 'procedure-not-in-force' }).what}</p>
      )}
      {shown.kind === 'computed' && fields.draft.isOnTheSpot && (
        <>
          <p className="appointment-date">{CERTIFY.now}</p>
          <p className="appointment-reason">{CERTIFY.onSlip(momentInWords(shown.appointment.at))}</p>
        </>
      )}
      {shown.kind === 'computed' && !fields.draft.isOnTheSpot && (
        <>
          <p className="appointment-date">
            <span>{capitalised(weekdayText(dateOf(shown.appointment.at)))},</span>{' '}
            <span>{dateText(dateOf(shown.appointment.at))},</span> <span>{hourInWords(shown.appointment.at)}</span>
          </p>
          <p className="appointment-reason">{appointmentReason(shown.appointment)}</p>
        </>
      )}
      {shown.kind === 'to-agree' && <AgreedFields why={shown.why} {...fields} />}
    </section>
  );
}

function AgreedFields({ why, draft, errors, onChange, onLeave }: FieldsProps & { readonly why: WhyToAgree }) {
  const date = parseTypedDate(draft.agreedDate);
  return (
    <>
      <p className="appointment-reason">{whyAgreed(why)}</p>
      <div className="agreed-grid">
        <Field
          label={INTAKE.agreedDate}
          hint={date ? capitalised(weekdayText(date)) : INTAKE.agreedDateHint}
          placeholder="20/04/2020"
          value={draft.agreedDate}
          error={errors['agreedAppointment.date']}
          data-field="agreedAppointment.date"
          testId="agreed-date"
          onText={(agreedDate) => onChange({ agreedDate })}
          onBlur={() => draft.agreedDate !== '' && onLeave('agreedAppointment.date')}
        />
        <Field
          label={INTAKE.agreedReason}
          value={draft.agreedReason}
          error={errors['agreedAppointment.reason']}
          data-field="agreedAppointment.reason"
          testId="agreed-reason"
          onText={(agreedReason) => onChange({ agreedReason })}
          onBlur={() => draft.agreedReason !== '' && onLeave('agreedAppointment.reason')}
        />
      </div>
    </>
  );
}
