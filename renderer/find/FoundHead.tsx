import { LOOK_UP_ORDERS } from '../../domain/look-up.ts';
import { FOUND_COLUMNS } from '../text/find.ts';
import type { Looking } from './use-looking.ts';

/** The columns by name. A press puts the list in the order of one, the next turns it round. */
export function FoundHead({ looking: { columns, sort, order } }: { readonly looking: Looking }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const by = LOOK_UP_ORDERS.find((each) => each === column);
          const descending = sort !== undefined && sort.by === by ? sort.descending : undefined;
          return (
            <th key={column} scope="col" className={`found-${column}`} aria-sort={sortWord(descending)}>
              {by ? (
                <button
                  type="button"
                  className="found-sort"
                  tabIndex={-1}
                  onClick={() => order({ by, descending: descending === false })}
                >
                  {FOUND_COLUMNS[column]}
                  {descending !== undefined && <span aria-hidden>{descending ? ' ▼' : ' ▲'}</span>}
                </button>
              ) : (
                FOUND_COLUMNS[column]
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function sortWord(descending: boolean | undefined): 'ascending' | 'descending' | 'none' {
  if (descending === undefined) return 'none';
  return descending ? 'descending' : 'ascending';
}
