import './unit-rules.css';
import { useEffect, useRef } from 'react';
import type { AppState } from '../../electron/contract/views.ts';
import { mayAdminister } from '../app-screen.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Loading } from '../parts/Blank.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { focusFirstError } from '../parts/next-field.ts';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { AskingAnswer } from '../people/AskingAnswer.tsx';
import { troubleOfFault } from '../text/trouble.ts';
import { UNIT_RULES } from '../text/unit-rules.ts';
import { AmountsCard } from './AmountsCard.tsx';
import { HoursCard } from './HoursCard.tsx';
import type { RulesCardProps } from './rules-card-props.ts';
import { SeasonsCard } from './SeasonsCard.tsx';
import { TimeOfDayCard } from './TimeOfDayCard.tsx';
import { useUnitRules } from './use-unit-rules.ts';

type UnitRulesScreenProps = { readonly app: AppState };

/** By what hours this unit counts, and what its council asks for. */
export function UnitRulesScreen({ app }: UnitRulesScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const mayEdit = mayAdminister(app);
  const state = useUnitRules(mayEdit);
  const save = async (): Promise<void> => {
    await state.save();
    focusFirstError(screen.current);
  };
  useHomeFocus(screen);
  useKeys({ unitRules: () => focusHome(screen.current), commit: () => void save() });
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div
      className="screen unit-rules"
      ref={screen}
      role="presentation"
      data-testid="screen-unit-rules"
      onKeyDown={enterMovesOn}
    >
      {!state.draft && (state.fault ? <TroubleNotice trouble={troubleOfFault(state.fault)} /> : <Loading />)}
      {state.draft && <Cards state={state} draft={state.draft} />}
      <div className="unit-rules-foot">
        {mayEdit ? (
          <AskingAnswer asking={state.asking} done={state.done} testId="unit-rules" />
        ) : (
          <p data-testid="unit-rules-read-only">{UNIT_RULES.readOnly}</p>
        )}
        {mayEdit && (
          <ActionButton
            keyName="commit"
            disabled={!state.isChanged}
            loading={state.asking.isBusy}
            testId="unit-rules-save"
            onClick={() => void save()}
          >
            {UNIT_RULES.save}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

function Cards({ state, draft }: RulesCardProps) {
  const fields = useRef<HTMLDivElement>(null);
  // They come when the rules are known, after the screen has looked where its focus goes.
  useEffect(() => focusHome(fields.current), []);
  return (
    <div className="unit-rules-fields" ref={fields}>
      <div className="unit-rules-left">
        <HoursCard state={state} draft={draft} />
        <SeasonsCard state={state} draft={draft} />
        <TimeOfDayCard state={state} draft={draft} />
      </div>
      <AmountsCard state={state} draft={draft} />
    </div>
  );
}
