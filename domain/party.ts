/** A phone number, or the explicit word that there is none ("không có"). */
export type Phone = { readonly kind: 'number'; readonly digits: string } | { readonly kind: 'none' };

/** The applicant (chủ hồ sơ): whose dossier it is. */
export type Applicant = {
  readonly kind: 'person' | 'organisation';
  /** NFC, exactly as typed. */
  readonly name: string;
  /** Citizen id, tax code or passport as typed; empty when there is none. */
  readonly idNumber: string;
  readonly phone: Phone;
  readonly address: string;
};

/** The submitter (người nộp), where somebody else brings the dossier. */
export type Submitter = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: Phone;
};

/** Who receives the result (người nhận kết quả). */
export type Receiver = {
  readonly relation: 'applicant' | 'submitter' | 'authorised';
  readonly name: string;
  readonly idNumber: string;
};
