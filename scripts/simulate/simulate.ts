import type { ReceptionCheck } from './check-records.ts';
import { checkDay, checkEverything } from './check-everything.ts';
import type { Tally } from './tally.ts';
import { liveDay, openWorld, type World, type WorldOptions } from './world.ts';

export type SimulateOptions = WorldOptions & {
  /** Hears of each day that is over, counted from 1. */
  readonly onDay?: (day: number, tally: Tally) => void;
  /** Looks at the world before it ends: for tests of the checks. */
  readonly beforeEnd?: (world: World) => void | Promise<void>;
};

export type Outcome = ReceptionCheck & { readonly tally: Tally };

/** Lets a commune live through its days, and checks everything in the end. What failed stands in the tally. */
export async function simulate(options: SimulateOptions): Promise<Outcome> {
  const world = await openWorld(options);
  try {
    for (const [n, day] of world.days.entries()) {
      await liveDay(world, day);
      await checkDay(world);
      options.onDay?.(n + 1, world.tally);
      if (world.tally.isHopeless()) break;
    }
    const received = await checkEverything(world);
    await options.beforeEnd?.(world);
    return { ...received, tally: world.tally };
  } finally {
    await world.close();
  }
}
