/** The legal number, with the part that people say to each other standing out. */
export function DossierNumberText({ number }: { readonly number: string }) {
  const tailAt = number.lastIndexOf('-') + 1;
  return (
    <span className="dossier-number">
      {number.slice(0, tailAt)}
      <strong>{number.slice(tailAt)}</strong>
    </span>
  );
}
