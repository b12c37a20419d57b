import type { ReactNode } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { ResultWanted } from '../../domain/lifecycle/dossier-fact.ts';
import type { Phone } from '../../domain/party.ts';
import { capitalised, momentInWords, phoneText } from '../text/format.ts';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { ARRIVAL_NUMBERS } from '../text/facts.ts';
import { FACTS } from '../text/hand-over.ts';
import { RESULT_PLACES } from '../text/intake-options.ts';
import { COMMON } from '../text/vi.ts';

type Known = { readonly dossier: Dossier };

/** What is known of a dossier, as the clerk reads it back to the citizen: of its reception, or of what came before one. */
export function DossierFacts({ dossier }: Known) {
  return (
    <dl className="facts" data-testid="dossier-facts">
      <Numbers dossier={dossier} />
      <People dossier={dossier} />
      <Moments dossier={dossier} />
    </dl>
  );
}

function Numbers({ dossier }: Known) {
  const { intake, carriedOver, filing, guidance, intakeRefusal } = dossier;
  const procedure = (intake ?? guidance ?? intakeRefusal ?? filing)?.procedure;
  return (
    <>
      {intake && (
        <Fact name={FACTS.number}>
          <DossierNumberText number={intake.dossierNumber} />
        </Fact>
      )}
      {carriedOver && <Fact name={FACTS.oldNumber}>{carriedOver.oldNumber}</Fact>}
      {filing && filing.arrivalNumber !== '' && (
        <Fact name={ARRIVAL_NUMBERS[filing.channel]}>{filing.arrivalNumber}</Fact>
      )}
      {procedure && (
        <Fact name={FACTS.procedure}>
          <span className="two-lines" title={procedure.name}>
            <strong>{procedure.alias}</strong> <span className="soft">{procedure.name}</span>
          </span>
        </Fact>
      )}
      {!procedure && carriedOver && <Fact name={FACTS.procedure}>{carriedOver.procedure.name}</Fact>}
    </>
  );
}

function People({ dossier: { applicant, intake } }: Known) {
  const submitter = intake?.submitter;
  return (
    <>
      {applicant && (
        <>
          <Fact name={FACTS.applicant}>
            <strong>{applicant.name}</strong>
          </Fact>
          <Fact name={FACTS.phone}>{phoneLine(applicant.phone)}</Fact>
          <Fact name={FACTS.address}>{applicant.address}</Fact>
        </>
      )}
      {submitter && <Fact name={FACTS.submitter}>{`${submitter.name} · ${phoneLine(submitter.phone)}`}</Fact>}
    </>
  );
}

function Moments({ dossier: { intake, carriedOver, filing, appointment, appointments } }: Known) {
  const received = intake ?? carriedOver;
  const first = appointments[0];
  return (
    <>
      {filing && <Fact name={FACTS.filed}>{capitalised(momentInWords(filing.filedAt))}</Fact>}
      {received && <Fact name={FACTS.received}>{capitalised(momentInWords(received.receivedAt))}</Fact>}
      {appointment && (
        <Fact name={FACTS.appointment}>
          {capitalised(momentInWords(appointment.at))}
          {first && first.at !== appointment.at && (
            <span className="soft"> ({FACTS.firstAppointment(momentInWords(first.at))})</span>
          )}
        </Fact>
      )}
      {intake && <Fact name={FACTS.result}>{intake.procedure.resultName}</Fact>}
      <Wanted wanted={intake?.resultWanted} />
      {carriedOver && carriedOver.note !== '' && <Fact name={FACTS.note}>{carriedOver.note}</Fact>}
    </>
  );
}

/** Where the citizen wants the result, if not here. */
function Wanted({ wanted }: { readonly wanted: ResultWanted | undefined }) {
  if (!wanted || wanted.at === 'counter') return undefined;
  const address = wanted.at === 'home-by-post' ? `: ${wanted.address}` : '';
  return <Fact name={FACTS.wanted}>{`${RESULT_PLACES[wanted.at]}${address}`}</Fact>;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function phoneLine(phone: Phone): string {
  return phone.kind === 'number' ? phoneText(phone.digits) : COMMON.none;
}
