import './find.css';
import { useRef } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { DossierPanel } from '../dossier/DossierPanel.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { FIND } from '../text/find.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { Filters } from './Filters.tsx';
import { FoundFoot } from './FoundFoot.tsx';
import { focusLines } from '../parts/LineGrid.tsx';
import { FoundRows } from './FoundRows.tsx';
import { SearchField } from './SearchField.tsx';
import { useFound } from './use-found.ts';
import { type Looking, useLooking } from './use-looking.ts';
import { useOpened } from './use-opened.ts';
import { useSaveFound } from './use-save-found.ts';

type FindScreenProps = {
  readonly app: AppState;
  readonly onHandOver: (scanCode: ScanCode) => void;
  readonly onReceive: (dossier: Dossier) => void;
};

/** One field for whatever one knows of a dossier, what narrows it, and all that fits below. */
export function FindScreen({ app, onHandOver, onReceive }: FindScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const looking = useLooking();
  const found = useFound(looking.lookedFor, app.now);
  const { openId, open, close, goBack } = useOpened();
  const saving = useSaveFound(looking);
  useHomeFocus(screen);
  const toField = (): void => focusHome(screen.current);
  useKeys({ find: toField });
  return (
    <div className="screen register-screen" ref={screen} data-testid="screen-find">
      <SearchField looking={looking} found={found} onOpen={open} onList={() => focusLines(scroller.current)} />
      <Filters app={app} looking={looking} onDone={toField} />
      {found.fault && <TroubleNotice trouble={troubleOfFault(found.fault)} />}
      {!found.page && !found.fault && <Loading />}
      {found.page?.total === 0 && <NothingFound looking={looking} />}
      {found.page && found.page.total > 0 && (
        <FoundRows
          key={found.key}
          scroller={scroller}
          found={found}
          looking={looking}
          now={app.now}
          foot={<FoundFoot total={found.page.total} saving={saving} />}
          onOpen={open}
          onBack={toField}
        />
      )}
      <DossierPanel
        id={openId}
        now={app.now}
        onClose={close}
        onGone={goBack}
        onHandOver={onHandOver}
        onReceive={onReceive}
      />
    </div>
  );
}

function NothingFound({ looking: { lookedFor } }: { readonly looking: Looking }) {
  const isFiltered = Object.keys(lookedFor.filter).length > 0;
  if (lookedFor.text === '' && !isFiltered) return <Blank title={FIND.nothingTitle}>{FIND.nothingBody}</Blank>;
  return (
    <Blank title={FIND.noneTitle}>
      {isFiltered && <p>{FIND.noneFiltered}</p>}
      <p>{FIND.noneBody}</p>
    </Blank>
  );
}
