import { Checkbox } from '@mantine/core';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { FEES } from '../text/fees.ts';

type CollectSwitchProps = {
  readonly isOn: boolean;
  /** Nothing is due: the switch stays where it is, so that nothing beside it moves. */
  readonly isNothing: boolean;
  readonly onSwitch: (isOn: boolean) => void;
};

/** Whether the money is taken with the dossier, or later. */
export function CollectSwitch({ isOn, isNothing, onSwitch }: CollectSwitchProps) {
  useKeys(isNothing ? {} : { collectNow: () => onSwitch(!isOn) });
  return (
    <span className="fee-spot" title={FEES.collectHint}>
      <Checkbox
        size="xs"
        label={FEES.collect}
        checked={isOn && !isNothing}
        disabled={isNothing}
        data-enter-skip
        data-testid="fee-collect"
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <KeyHint name="collectNow" />
    </span>
  );
}
