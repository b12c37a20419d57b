import { Component, type ReactNode } from 'react';
import { SCREEN_BROKE } from '../text/trouble.ts';
import { COMMON } from '../text/vi.ts';
import { ActionButton } from './ActionButton.tsx';
import { TroubleNotice } from './Notice.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly broke: boolean };

/** One broken screen must not take the counter with it: the rest stays usable, and this one can be opened anew. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broke: false };

  static getDerivedStateFromError(): State {
    return { broke: true };
  }

  override render(): ReactNode {
    if (!this.state.broke) return this.props.children;
    return (
      <div className="broken-screen" data-testid="screen-broke">
        <TroubleNotice trouble={SCREEN_BROKE} />
        <ActionButton onClick={() => this.setState({ broke: false })}>{COMMON.openScreenAgain}</ActionButton>
      </div>
    );
  }
}
