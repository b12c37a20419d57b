/** Sizes in points, as a PDF counts. */
const PAGES = { A5: [420, 595], A4: [595, 842], 'A4-landscape': [842, 595] } as const;

/**
 * A PDF of one page with one line of text, written by hand: valid to its cross-reference table, so that a real printer takes
 * it. `padding` adds so many bytes of a comment.
 */
export function smallPdf(paper: keyof typeof PAGES, padding = 0): Uint8Array {
  const [width, height] = PAGES[paper];
  const text = `BT /F1 18 Tf 40 ${height - 60} Td (Mot cua ${paper}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  // Bytes above 127 tell a carrier that this is no text; a zero and line ends of all kinds must survive too.
  let pdf = `%PDF-1.4\n%\xe2\xe3\xcf\xd3\r\n%\0${'x'.repeat(padding)}\n`;
  const offsets = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const startOfTable = pdf.length;
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${startOfTable}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(pdf, 'latin1'));
}
