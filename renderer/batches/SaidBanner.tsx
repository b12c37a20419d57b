import { Shape } from '../parts/Shape.tsx';
import type { Said } from './said.ts';

/** The answer to a scan, large and near where the list is. Its place is kept free while there is none. */
export function SaidBanner({ said }: { readonly said: Said | undefined }) {
  if (!said) return undefined;
  return (
    <output className={`batch-said answer-${said.tone}`} data-testid="batch-said" data-tone={said.tone}>
      <Shape name={said.tone === 'good' ? 'check' : 'octagon'} />
      <div>
        <p className="batch-said-title">{said.title}</p>
        <p>{said.body}</p>
      </div>
    </output>
  );
}
