/** Few dossiers have something for a person to look at: they are found without a look at all others. */
export const CONTRADICTIONS = `
CREATE INDEX dossier_anomaly ON dossier (row) WHERE has_anomaly = 1;
`;
