import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AppState } from '../../electron/contract/views.ts';
import type { CounterFault } from '../bridge.ts';
import { DateDialog } from '../clock/DateDialog.tsx';
import { StationDialog } from '../numbers/StationDialog.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { CHECK } from '../text/backup.ts';
import { CLOCK } from '../text/clock.ts';
import { NUMBERS } from '../text/numbers.ts';
import { PROTECTION } from '../text/protection.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { COMMON } from '../text/vi.ts';
import { type AppNotice, type NoticeAct, noticesOf } from './notices.ts';
import type { ScreenId } from './screens.ts';

/** The core is away or broken. Goes by itself when it answers again. */
export function CoreBanner({ fault }: { readonly fault: CounterFault }) {
  return (
    <div className="banner" data-testid="banner-core" data-code={fault.code}>
      <TroubleNotice trouble={troubleOfFault(fault)} />
    </div>
  );
}

type BannersProps = {
  readonly app: AppState;
  readonly onGo: (screen: ScreenId) => void;
  readonly onChanged: () => void;
};

const ACTS = {
  'take-station': NUMBERS.chooseStation,
  'confirm-date': CLOCK.confirm,
  'see-backup': CHECK.see,
  'see-settings': PROTECTION.title,
  dismiss: NUMBERS.dismiss,
} satisfies Record<NoticeAct, string>;

/** What must be known on every screen: the gravest in full, the others one press away, so that room to work is left. */
export function Banners({ app, onGo, onChanged }: BannersProps) {
  const [asked, setAsked] = useState<NoticeAct>();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, setOpen] = useState(false);
  // A frame that is kept while nobody is signed in must not leave its dialog behind.
  useEffect(() => () => setAsked(undefined), []);
  const notices = noticesOf(app).filter(({ id }) => !dismissed.has(id));
  const shown = isOpen ? notices : notices.slice(0, 1);

  const act = ({ id, act: wanted }: AppNotice): void => {
    if (wanted === 'dismiss') setDismissed((old) => new Set([...old, id]));
    else if (wanted === 'see-backup') onGo('backup');
    else if (wanted === 'see-settings') onGo('settings');
    else setAsked(wanted);
  };
  const close = (): void => setAsked(undefined);
  const changed = (): void => {
    close();
    onChanged();
  };
  return (
    <>
      {notices.length > 0 && (
        <div className="banners" data-testid="banners" data-count={notices.length}>
          {shown.map((notice) => (
            <div key={notice.id} className="banner" data-testid={`banner-${notice.id}`}>
              <Notice tone={notice.tone}>
                <span>{notice.text}</span>
                {notice.act && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    data-testid={`act-${notice.id}`}
                    onClick={() => act(notice)}
                  >
                    {ACTS[notice.act]}
                  </Button>
                )}
                {notice === shown[0] && notices.length > 1 && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    data-testid="banners-more"
                    onClick={() => setOpen(!isOpen)}
                  >
                    {isOpen ? COMMON.fewerNotices : COMMON.moreNotices(notices.length - 1)}
                  </Button>
                )}
              </Notice>
            </div>
          ))}
        </div>
      )}
      <DateDialog
        opened={asked === 'confirm-date'}
        now={app.now}
        goesOn={false}
        onClose={close}
        onConfirmed={changed}
      />
      <StationDialog opened={asked === 'take-station'} onClose={close} onTaken={changed} />
    </>
  );
}
