/** A right input of each command that looks for dossiers. */
export const LOOK_UP_INPUTS = {
  'dossier.lookUp': {
    lookedFor: { text: 'ha thi', filter: { state: 'late', from: '2020-04-01', until: '2020-04-30' } },
    offset: 0,
    limit: 200,
  },
  'found.save': { lookedFor: { text: '', filter: {} }, columns: ['number', 'applicant'] },
  'found.saving': {},
  'found.stopSaving': {},
} as const;
