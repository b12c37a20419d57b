const DOSSIER_ID = '08305012000001';

/** A right input of each command about printers, papers and scanners. */
export const PRINT_INPUTS = {
  'print.jobs': {},
  'print.picture': { jobId: 1 },
  'print.again': { dossierId: DOSSIER_ID },
  'print.slip': { slip: 'hand-over', dossierId: DOSSIER_ID },
  'print.form': { asked: { form: 'receipt-slip', dossierId: DOSSIER_ID }, to: 'printer' },
  'printer.models': {},
  'printer.chooseForForms': { choice: { kind: 'ipp', uri: 'ipp://192.168.1.60/ipp/print' } },
  'printer.ask': { printer: 'slip' },
  'scanner.ports': {},
  'scanner.choose': { choice: { kind: 'serial', path: 'COM3' } },
  'scan.next': {},
  'print.settle': { jobId: 1, answer: 'print-now' },
  'printer.choose': { choice: { kind: 'none' }, modelId: 'generic-58' },
} as const;
