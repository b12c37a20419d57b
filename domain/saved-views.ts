import { ok, refuse, type Result } from './result.ts';
import { tidyText } from './typed-text.ts';

/** As many as there are digits to open them by. */
export const MOST_VIEWS = 9;
const LONGEST_NAME = 60;

type Named = { readonly name: string };

export type SaveViewRefusal = { readonly code: 'no-name' | 'name-too-long' | 'too-many' };
export type RenameViewRefusal = { readonly code: 'no-name' | 'name-too-long' | 'name-taken' | 'view-gone' };

/** Puts a view in the place of the one that is called so, else behind the others. */
export function withView<V extends Named>(views: readonly V[], view: V): Result<readonly V[], SaveViewRefusal> {
  const name = nameOf(view.name);
  if (!name.ok) return name;
  const named = { ...view, name: name.value };
  if (views.some((each) => each.name === named.name))
    return ok(views.map((each) => (each.name === named.name ? named : each)));
  return views.length < MOST_VIEWS ? ok([...views, named]) : refuse({ code: 'too-many' });
}

/** It stays in its place. */
export function withViewRenamed<V extends Named>(
  views: readonly V[],
  from: string,
  to: string,
): Result<readonly V[], RenameViewRefusal> {
  const name = nameOf(to);
  if (!name.ok) return name;
  if (!views.some((view) => view.name === from)) return refuse({ code: 'view-gone' });
  if (name.value !== from && views.some((view) => view.name === name.value)) return refuse({ code: 'name-taken' });
  return ok(views.map((view) => (view.name === from ? { ...view, name: name.value } : view)));
}

export function withoutView<V extends Named>(views: readonly V[], name: string): readonly V[] {
  return views.filter((view) => view.name !== name);
}

function nameOf(typed: string): Result<string, { readonly code: 'no-name' | 'name-too-long' }> {
  const name = tidyText(typed);
  if (name === '') return refuse({ code: 'no-name' });
  return name.length > LONGEST_NAME ? refuse({ code: 'name-too-long' }) : ok(name);
}
