const STEPS = ['intake', 'carriedOver', 'filing', 'guidance', 'intakeRefusal', 'asked'] as const;

/**
 * What dossiers are narrowed and put in order by: read out of the state by SQLite itself, so that nothing is folded again. One index holds it
 * all in the order of receipt: to go through every dossier reads it alone, and no state.
 */
export const LOOK_UP = `
-- Sensitive ones are found by their number, not by what they are about: both are empty for them.
ALTER TABLE dossier ADD COLUMN procedure_code TEXT GENERATED ALWAYS AS (${ofProcedure('code')}) VIRTUAL;
ALTER TABLE dossier ADD COLUMN field TEXT GENERATED ALWAYS AS (${ofProcedure('field')}) VIRTUAL;
-- Who received it.
ALTER TABLE dossier ADD COLUMN clerk TEXT
  GENERATED ALWAYS AS (coalesce(state ->> '$.intake.actor', state ->> '$.carriedOver.actor', '')) VIRTUAL;
-- What it is called, in whatever system.
ALTER TABLE dossier ADD COLUMN number TEXT
  GENERATED ALWAYS AS (coalesce(state ->> '$.intake.dossierNumber', state ->> '$.carriedOver.oldNumber', '')) VIRTUAL;
ALTER TABLE dossier ADD COLUMN applicant TEXT GENERATED ALWAYS AS (coalesce(state ->> '$.applicant.name', '')) VIRTUAL;
ALTER TABLE dossier ADD COLUMN is_organisation INTEGER
  GENERATED ALWAYS AS (coalesce(state ->> '$.applicant.kind', '') = 'organisation') VIRTUAL;
CREATE INDEX dossier_look ON dossier
  (row, status, open, received_at, appointment_at, procedure_code, field, clerk, number, applicant, is_organisation);
`;

function ofProcedure(member: 'code' | 'field'): string {
  return `CASE WHEN 1 IN (${STEPS.map((step) => `coalesce(state ->> '$.${step}.procedure.isRestricted', 0)`).join(', ')})
    THEN '' ELSE coalesce(${STEPS.map((step) => `state ->> '$.${step}.procedure.${member}'`).join(', ')}, '') END`;
}
