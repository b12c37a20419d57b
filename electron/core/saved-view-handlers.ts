import { ok, type Result } from '../../domain/result.ts';
import { withoutView, withView, withViewRenamed } from '../../domain/saved-views.ts';
import type { Handlers } from '../contract/commands.ts';
import type { SavedView } from '../contract/look-up-commands.ts';
import type { CounterSession } from './counter-session.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type ViewCommand = 'view.list' | 'view.save' | 'view.rename' | 'view.remove';

type Kept = { readonly views?: readonly SavedView[] };

/** Ways to look at what is found, of each person on this computer. */
export function savedViewHandlers(session: CounterSession): Pick<Handlers, ViewCommand> {
  // Who is signed in was looked at before: nobody else comes this far.
  const key = (): string => `found-views/${session.getEstablished().people.current()?.id ?? ''}`;
  const views = (): readonly SavedView[] =>
    (session.getEstablished().store.setting(key()) as Kept | undefined)?.views ?? [];
  const change = <R>(changed: Result<readonly SavedView[], R>) =>
    orStorageRefusal(() => {
      if (!changed.ok) return changed;
      session.getEstablished().store.saveSetting(key(), { views: changed.value });
      return ok(null);
    });
  return {
    'view.list': () => views(),
    'view.save': ({ view }) => change(withView(views(), view)),
    'view.rename': ({ name, to }) => change(withViewRenamed(views(), name, to)),
    'view.remove': ({ name }) => change(ok(withoutView(views(), name))),
  };
}
