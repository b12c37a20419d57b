import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { AccountView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { ACCOUNT, PEOPLE } from '../text/people.ts';
import { COMMON } from '../text/vi.ts';
import { AskingAnswer } from './AskingAnswer.tsx';
import { PassphrasePart } from './PassphrasePart.tsx';
import { RolesFields } from './RolesFields.tsx';
import { StandInPart } from './StandInPart.tsx';
import { type AccountActs, useAccount } from './use-account.ts';

/** What the dialog is about: everything of an account, or of the own one what everybody may do. */
export type AccountDialogPart = 'everything' | 'own-passphrase' | 'own-stand-in';

type AccountDialogProps = {
  /** Undefined: closed. */
  readonly open: { readonly account: AccountView; readonly part: AccountDialogPart } | undefined;
  readonly accounts: readonly AccountView[];
  readonly isOwn: boolean;
  readonly now: LocalMoment;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** What can be done with one account; each part has its own button, and one line says what came of the last. */
export function AccountDialog({ open, onClose, ...rest }: AccountDialogProps) {
  return (
    <Modal opened={open !== undefined} onClose={onClose} title={open?.account.name} size="lg" centered>
      {open && <Parts key={`${open.account.id} ${open.part}`} {...open} {...rest} onClose={onClose} />}
    </Modal>
  );
}

type PartsProps = Omit<AccountDialogProps, 'open'> & NonNullable<AccountDialogProps['open']>;

function Parts({ account, part, accounts, isOwn, now, onChanged, onClose }: PartsProps) {
  const acts = useAccount(account.id, onChanged);
  const standIn = <StandInPart account={account} accounts={accounts} acts={acts} now={now} />;
  const all: Record<AccountDialogPart, ReactNode> = {
    everything: (
      <>
        {account.state === 'open' && (
          <>
            <NamePart account={account} acts={acts} />
            <RolesPart account={account} acts={acts} />
            {!isOwn && <PassphrasePart acts={acts} isOwn={false} />}
            {standIn}
          </>
        )}
        <ClosePart account={account} acts={acts} />
      </>
    ),
    'own-passphrase': <PassphrasePart acts={acts} isOwn />,
    'own-stand-in': standIn,
  };
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div role="presentation" onKeyDown={enterMovesOn} data-testid="account-dialog" data-part={part}>
      <div className="people-parts">{all[part]}</div>
      <div className="people-answer">
        <AskingAnswer asking={acts.asking} done={acts.done} testId="account" />
        <div className="dialog-actions">
          <ActionButton variant="default" keyName="back" onClick={onClose}>
            {COMMON.close}
          </ActionButton>
        </div>
      </div>
    </div>
  );
}

type PartProps = { readonly account: AccountView; readonly acts: AccountActs };

function NamePart({ account, acts }: PartProps) {
  const [name, setName] = useState(account.name);
  return (
    <section className="people-part people-line-fields">
      <Field
        label={ACCOUNT.name}
        value={name}
        testId="account-name"
        data-autofocus
        onText={(next) => {
          acts.asking.forget();
          setName(next);
        }}
      />
      <ActionButton
        variant="default"
        isEnterStop
        testId="account-rename"
        onClick={() => void acts.change({ kind: 'rename', name })}
      >
        {ACCOUNT.rename}
      </ActionButton>
    </section>
  );
}

function RolesPart({ account, acts }: PartProps) {
  const [roles, setRoles] = useState(account.roles);
  return (
    <section className="people-part">
      <RolesFields
        roles={roles}
        onChange={(next) => {
          acts.asking.forget();
          setRoles(next);
        }}
      />
      <div>
        <ActionButton
          variant="default"
          isEnterStop
          testId="account-save-roles"
          onClick={() => void acts.change({ kind: 'roles', roles })}
        >
          {ACCOUNT.saveRoles}
        </ActionButton>
      </div>
    </section>
  );
}

/** The end of an account, or its return; and the end of a wait after wrong tries. */
function ClosePart({ account, acts }: PartProps) {
  const [reason, setReason] = useState('');
  return (
    <section className="people-part">
      {account.waitMs > 0 && (
        <div className="people-line">
          <span>{PEOPLE.waits(account.waitMs)}</span>
          <ActionButton
            variant="default"
            testId="account-clear-lock-out"
            onClick={() => void acts.change({ kind: 'clear-lock-out' })}
          >
            {ACCOUNT.clearLockOut}
          </ActionButton>
        </div>
      )}
      {account.state === 'closed' ? (
        <div>
          <ActionButton variant="default" testId="account-reopen" onClick={() => void acts.change({ kind: 'reopen' })}>
            {ACCOUNT.reopen}
          </ActionButton>
        </div>
      ) : (
        <div className="people-line-fields">
          <Field
            label={ACCOUNT.closeReason}
            hint={ACCOUNT.closeHint}
            value={reason}
            testId="account-close-reason"
            onText={(next) => {
              acts.asking.forget();
              setReason(next);
            }}
          />
          <ActionButton
            variant="default"
            isEnterStop
            testId="account-close"
            onClick={() => void acts.change({ kind: 'close', reason })}
          >
            {ACCOUNT.close}
          </ActionButton>
        </div>
      )}
    </section>
  );
}
