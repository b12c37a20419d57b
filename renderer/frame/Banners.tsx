import type { CounterFault } from '../bridge.ts';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { troubleOfFault } from '../text/trouble.ts';
import { SUSPECT_CLOCK } from '../text/vi.ts';

/** The core is away or broken. Goes by itself when it answers again. */
export function CoreBanner({ fault }: { readonly fault: CounterFault }) {
  return (
    <div className="banner" data-testid="banner-core" data-code={fault.code}>
      <TroubleNotice trouble={troubleOfFault(fault)} />
    </div>
  );
}

export function ClockBanner() {
  return (
    <div className="banner" data-testid="banner-clock">
      <Notice tone="soon">{SUSPECT_CLOCK}</Notice>
    </div>
  );
}
