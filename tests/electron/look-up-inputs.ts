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
  'view.list': {},
  'view.save': {
    view: {
      name: 'Quá hạn của tôi',
      lookedFor: { text: '', filter: { state: 'late' }, sort: { by: 'appointment', descending: false } },
      columns: ['number', 'applicant', 'appointment'],
    },
  },
  'view.rename': { name: 'Quá hạn của tôi', to: 'Trễ hẹn' },
  'view.remove': { name: 'Trễ hẹn' },
} as const;
