import { Button } from '@mantine/core';
import { useKeys } from '../parts/use-keys.ts';
import { KEYS } from '../keys.ts';
import { RATING, RATINGS } from '../text/hand-over-options.ts';

type RatingRowProps = {
  readonly rating: number | undefined;
  readonly onRate: (rating: number | undefined) => void;
};

/** How the citizen was served, in their own word. Pressed again it is taken back; nobody has to say it. */
export function RatingRow({ rating, onRate }: RatingRowProps) {
  const press = (chosen: number): void => onRate(chosen === rating ? undefined : chosen);
  useKeys({
    rating: ({ code }) => {
      const chosen = RATINGS[KEYS.rating.codes.indexOf(code)];
      if (chosen) press(chosen.rating);
    },
  });
  return (
    <fieldset className="rating">
      <legend className="label">
        {RATING.label} <span className="soft">({RATING.optional})</span>
        <kbd className="key-hint">{KEYS.rating.label}</kbd>
      </legend>
      {RATINGS.map((one, at) => (
        <Button
          key={one.rating}
          size="compact-sm"
          variant={one.rating === rating ? 'filled' : 'default'}
          aria-pressed={one.rating === rating}
          data-testid={`rating-${one.rating}`}
          onClick={() => press(one.rating)}
        >
          {`${at + 1}. ${one.text}`}
        </Button>
      ))}
    </fieldset>
  );
}
