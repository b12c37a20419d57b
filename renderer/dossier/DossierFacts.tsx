import type { ReactNode } from 'react';
import type { Received } from '../../domain/dossier-event.ts';
import type { Phone } from '../../domain/party.ts';
import { capitalised, momentInWords, phoneText } from '../format.ts';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { FACTS } from '../text/hand-over.ts';
import { COMMON } from '../text/vi.ts';

/** What was received, as the clerk reads it back to the citizen. */
export function DossierFacts({ intake }: { readonly intake: Received }) {
  const { applicant, submitter, procedure } = intake;
  return (
    <dl className="facts" data-testid="dossier-facts">
      <Fact name={FACTS.number}>
        <DossierNumberText number={intake.dossierNumber} />
      </Fact>
      <Fact name={FACTS.procedure}>
        <span className="two-lines" title={procedure.name}>
          <strong>{procedure.alias}</strong> <span className="soft">{procedure.name}</span>
        </span>
      </Fact>
      <Fact name={FACTS.applicant}>
        <strong>{applicant.name}</strong>
      </Fact>
      <Fact name={FACTS.phone}>{phoneLine(applicant.phone)}</Fact>
      <Fact name={FACTS.address}>{applicant.address}</Fact>
      {submitter && <Fact name={FACTS.submitter}>{`${submitter.name} · ${phoneLine(submitter.phone)}`}</Fact>}
      <Fact name={FACTS.received}>{capitalised(momentInWords(intake.receivedAt))}</Fact>
      <Fact name={FACTS.appointment}>{capitalised(momentInWords(intake.appointment.at))}</Fact>
      <Fact name={FACTS.result}>{procedure.resultName}</Fact>
    </dl>
  );
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
