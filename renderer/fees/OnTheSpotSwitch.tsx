import { Checkbox } from '@mantine/core';
import { KeyHint } from '../parts/KeyHint.tsx';
import { FEES } from '../text/fees.ts';

/** Nhận và trả ngay, on or off. */
export function OnTheSpotSwitch({ isOn, onSwitch }: { readonly isOn: boolean; readonly onSwitch: () => void }) {
  return (
    <span className="fee-spot" title={FEES.onTheSpotHint}>
      <Checkbox
        size="xs"
        label={FEES.onTheSpot}
        checked={isOn}
        data-enter-skip
        data-testid="on-the-spot"
        onChange={onSwitch}
      />
      <KeyHint name="onTheSpot" />
    </span>
  );
}
