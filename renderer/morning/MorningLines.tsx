import type { DossierView, MorningView } from '../../electron/contract/views.ts';
import { countText, dateText } from '../text/format.ts';
import { Shape } from '../parts/Shape.tsx';
import { LINE_MEANINGS, LINE_NAMES, MORNING } from '../text/morning.ts';
import { lookOfLine, MORNING_LINES } from './morning-lines.ts';

type MorningLinesProps = {
  readonly morning: MorningView;
  readonly line: DossierView | undefined;
  readonly onChoose: (line: DossierView) => void;
};

/** Every line with its digit, its count and what it means. A line without dossiers stays where it is. */
export function MorningLines({ morning, line: chosen, onChoose }: MorningLinesProps) {
  return (
    <nav className="morning-lines" aria-label={MORNING.lines}>
      {MORNING_LINES.map((line, index) => (
        <Line
          key={line}
          line={line}
          digit={index + 1}
          morning={morning}
          isChosen={line === chosen}
          onChoose={() => onChoose(line)}
        />
      ))}
    </nav>
  );
}

type LineProps = {
  readonly line: DossierView;
  readonly digit: number;
  readonly morning: MorningView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Line({ line, digit, morning, isChosen, onChoose }: LineProps) {
  const count = morning.counts[line];
  const { tone, shape } = lookOfLine(line, count);
  return (
    <button
      type="button"
      className={`morning-line ${count === 0 ? 'morning-line-quiet' : ''}`}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={isChosen ? 0 : -1}
      data-home={isChosen ? true : undefined}
      data-testid={`line-${line}`}
      data-count={count}
      onClick={onChoose}
    >
      <kbd className="key-hint">{digit}</kbd>
      <span className="morning-line-words">
        <span className="morning-line-name">{LINE_NAMES[line]}</span>
        <span className="morning-line-meaning">
          {LINE_MEANINGS[line](dateText(morning.lastDaySoon).slice(0, 'dd/mm'.length))}
        </span>
      </span>
      <span className={`morning-line-count tone-${tone}`}>
        {count > 0 && <Shape name={shape} />}
        {countText(count)}
      </span>
    </button>
  );
}
