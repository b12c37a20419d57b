/** A paper as it was handed in (giấy tờ đã nộp), with how many of it. */
export type SubmittedPaper = {
  readonly id: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
};
