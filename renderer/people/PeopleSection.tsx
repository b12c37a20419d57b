import './people.css';
import { useEffect, useState } from 'react';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { AccountView, AppState } from '../../electron/contract/views.ts';
import { mayAdminister } from '../app-screen.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { PEOPLE } from '../text/people.ts';
import { rolesText } from '../text/roles.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { AccountDialog, type AccountDialogPart } from './AccountDialog.tsx';
import { OpenAccountDialog } from './OpenAccountDialog.tsx';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app'];

type PeopleSectionProps = { readonly app: AppState; readonly onChanged: () => void };
type OpenDialog = { readonly id: AccountId; readonly part: AccountDialogPart } | 'new';

/** Who works at the counter and what each may do; for who administers all of it, for everybody what is one's own. */
export function PeopleSection({ app, onChanged }: PeopleSectionProps) {
  const { latest: accounts, fault, askAgain } = useAnswer('account.list', NOTHING, TOPICS);
  const [open, setOpen] = useState<OpenDialog>();
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setOpen(undefined), []);
  const own = app.people?.signedIn;
  const mayEdit = mayAdminister(app);
  const changed = (): void => {
    askAgain();
    onChanged();
  };
  return (
    <section className="card" data-testid="people">
      <h2>{PEOPLE.title}</h2>
      {fault && <TroubleNotice trouble={troubleOfFault(fault)} />}
      {!accounts && !fault && <Loading />}
      {accounts && (
        <PeopleList
          accounts={mayEdit ? accounts : accounts.filter(({ id }) => id === own?.id)}
          ownId={own?.id}
          mayEdit={mayEdit}
          onEdit={(id) => setOpen({ id, part: 'everything' })}
        />
      )}
      <div className="people-actions">
        {mayEdit && (
          <ActionButton variant="default" testId="account-new" onClick={() => setOpen('new')}>
            {PEOPLE.open}
          </ActionButton>
        )}
        {own && <OwnButtons onOpen={(part) => setOpen({ id: own.id, part })} />}
      </div>
      <Dialogs open={open} accounts={accounts ?? []} app={app} onChanged={changed} onClose={() => setOpen(undefined)} />
    </section>
  );
}

type DialogsProps = PeopleSectionProps & {
  readonly open: OpenDialog | undefined;
  readonly accounts: readonly AccountView[];
  readonly onClose: () => void;
};

function Dialogs({ open, accounts, app, onChanged, onClose }: DialogsProps) {
  const about = open === 'new' ? undefined : open;
  const account = accounts.find(({ id }) => id === about?.id);
  return (
    <>
      <OpenAccountDialog
        opened={open === 'new'}
        onClose={onClose}
        onOpened={() => {
          onClose();
          onChanged();
        }}
      />
      <AccountDialog
        open={account && about && { account, part: about.part }}
        accounts={accounts}
        isOwn={account?.id === app.people?.signedIn?.id}
        now={app.now}
        onChanged={onChanged}
        onClose={onClose}
      />
    </>
  );
}

function OwnButtons({ onOpen }: { readonly onOpen: (part: AccountDialogPart) => void }) {
  return (
    <>
      <ActionButton variant="default" testId="own-passphrase" onClick={() => onOpen('own-passphrase')}>
        {PEOPLE.ownPassphrase}
      </ActionButton>
      <ActionButton variant="default" testId="own-stand-in" onClick={() => onOpen('own-stand-in')}>
        {PEOPLE.ownStandIn}
      </ActionButton>
    </>
  );
}

type PeopleListProps = {
  readonly accounts: readonly AccountView[];
  readonly ownId: AccountId | undefined;
  readonly mayEdit: boolean;
  readonly onEdit: (id: AccountId) => void;
};

function PeopleList({ accounts, ownId, mayEdit, onEdit }: PeopleListProps) {
  return (
    <ul className="people-list">
      {accounts.map((account) => (
        <li key={account.id} data-testid="account" data-state={account.state}>
          <div>
            <p>
              <span className="people-name">{account.name}</span>
              {account.id === ownId && <span className="soft"> · {PEOPLE.you}</span>}
              {account.state === 'closed' && <span className="soft"> · {PEOPLE.closed}</span>}
            </p>
            <p className="soft">{rolesText(account.roles)}</p>
            {account.state === 'open' && !account.hasPassphrase && <p className="soft">{PEOPLE.noPassphrase}</p>}
            {account.waitMs > 0 && <p className="tone-soon">{PEOPLE.waits(account.waitMs)}</p>}
          </div>
          {mayEdit && (
            <ActionButton variant="default" size="xs" testId="account-edit" onClick={() => onEdit(account.id)}>
              {PEOPLE.edit}
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}
