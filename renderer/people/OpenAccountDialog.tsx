import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../domain/accounts/role.ts';
import { attempt } from '../bridge.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { ACCOUNT, PASSPHRASES_DIFFER, peopleRefusalText } from '../text/people.ts';
import { COMMON } from '../text/vi.ts';
import { AskingAnswer } from './AskingAnswer.tsx';
import { RolesFields } from './RolesFields.tsx';
import { isSamePassphrase } from './same-passphrase.ts';
import { type Asking, useAsking } from './use-asking.ts';

type OpenAccountDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onOpened: () => void;
};

/** A new account: who, what that person does, and the first passphrase. */
export function OpenAccountDialog({ opened, onClose, onOpened }: OpenAccountDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={ACCOUNT.openTitle} size="lg" centered>
      <Form onClose={onClose} onOpened={onOpened} />
    </Modal>
  );
}

type Draft = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
  readonly repeat: string;
};

const EMPTY: Draft = { name: '', roles: ['counter-clerk'], passphrase: '', repeat: '' };

type NewAccount = {
  readonly draft: Draft;
  readonly asking: Asking;
  readonly change: (part: Partial<Draft>) => void;
  readonly open: () => Promise<boolean>;
};

function useNewAccount(): NewAccount {
  const [draft, setDraft] = useState(EMPTY);
  const asking = useAsking();
  return {
    draft,
    asking,
    change: (part) => {
      asking.forget();
      setDraft((old) => ({ ...old, ...part }));
    },
    open: async () => {
      const { repeat, ...wish } = draft;
      if (isSamePassphrase(wish.passphrase, repeat)) {
        return (await asking.ask(() => attempt('account.open', wish), peopleRefusalText)) !== undefined;
      }
      asking.refuse(PASSPHRASES_DIFFER);
      return false;
    },
  };
}

function Form({ onClose, onOpened }: Omit<OpenAccountDialogProps, 'opened'>) {
  const { draft, asking, change, open } = useNewAccount();
  const commit = async (): Promise<void> => {
    if (await open()) onOpened();
  };
  useKeys({ commit: () => void commit() }, 'everywhere');
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div className="people-parts" role="presentation" onKeyDown={enterMovesOn} data-testid="open-account-dialog">
      <Field
        label={ACCOUNT.name}
        hint={ACCOUNT.nameHint}
        value={draft.name}
        testId="new-account-name"
        data-autofocus
        onText={(name) => change({ name })}
      />
      <RolesFields roles={draft.roles} onChange={(roles) => change({ roles })} />
      <div className="people-twice">
        <PassphraseField
          label={ACCOUNT.passphrase}
          hint={ACCOUNT.passphraseHint}
          value={draft.passphrase}
          error={undefined}
          testId="new-account-passphrase"
          onText={(passphrase) => change({ passphrase })}
        />
        <PassphraseField
          label={ACCOUNT.repeat}
          value={draft.repeat}
          error={undefined}
          testId="new-account-again"
          onText={(repeat) => change({ repeat })}
        />
      </div>
      <AskingAnswer asking={asking} testId="new-account" />
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton
          keyName="commit"
          isEnterStop
          loading={asking.isBusy}
          testId="new-account-open"
          onClick={() => void commit()}
        >
          {ACCOUNT.openConfirm}
        </ActionButton>
      </div>
    </div>
  );
}
