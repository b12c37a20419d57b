import type { RequiredPaper } from '../../domain/procedure.ts';
import { capitalised } from '../text/format.ts';
import { INTAKE } from '../text/intake.ts';
import { PAPER_COLUMNS, remarkText } from '../text/procedures.ts';

/** What has to be brought, with how many of each. */
export function PapersTable({ papers }: { readonly papers: readonly RequiredPaper[] }) {
  if (papers.length === 0) return <p>{INTAKE.noPapers}</p>;
  return (
    <table className="procedure-papers">
      <thead>
        <tr>
          {Object.entries(PAPER_COLUMNS).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <tr key={paper.id}>
            <td>{paper.name}</td>
            <td>{paper.originals}</td>
            <td>{paper.copies}</td>
            <td>{capitalised(remarkText(paper))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
