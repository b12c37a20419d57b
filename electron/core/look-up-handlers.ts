import { compactDate, dateOf, type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
import { isNamedBy } from '../../domain/procedure-named.ts';
import { refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { LookedFor } from '../contract/look-up-commands.ts';
import { askedAt } from './asked-at.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import { FoundDossiers, type LookUpAsked } from './found-dossiers.ts';
import { FoundFile } from './found-file.ts';
import type { PushBell } from './push-bell.ts';
import type { ShellClient } from './shell-client.ts';

type LookUpCommand = 'dossier.lookUp' | 'found.save' | 'found.saving' | 'found.stopSaving';

type Parts = { readonly shell: Pick<ShellClient, 'chooseFileToSave'>; readonly bell: PushBell };

export function lookUpHandlers(session: CounterSession, { shell, bell }: Parts): Pick<Handlers, LookUpCommand> {
  const kept = new WeakMap<EstablishedCounter['store'], FoundDossiers>();
  const file = new FoundFile(() => bell.ring('report'));
  const foundIn = ({ store }: EstablishedCounter): FoundDossiers => {
    const known = kept.get(store) ?? new FoundDossiers(store);
    kept.set(store, known);
    return known;
  };
  return {
    'dossier.lookUp': ({ lookedFor, offset, limit }) => {
      const counter = session.getEstablished();
      return foundIn(counter).page(askedNow(lookedFor, counter, session.now()), { offset, limit });
    },
    'found.save': async ({ lookedFor, columns }) => {
      const counter = session.getEstablished();
      if (file.view()) return refuse({ code: 'busy' });
      const path = await shell.chooseFileToSave(fileNameAt(localMomentAt(counter.clock.read().at)));
      if (path === null) return refuse({ code: 'no-file' });
      const lines = await foundIn(counter).lines(askedNow(lookedFor, counter, session.now()));
      return file.write(path, { columns, ...lines });
    },
    'found.saving': () => file.view(),
    'found.stopSaving': () => {
      file.stop();
      return null;
    },
  };
}

function askedNow(lookedFor: LookedFor, counter: EstablishedCounter, now: LocalMoment): LookUpAsked {
  return {
    lookedFor,
    procedureCodes: procedureCodesFor(lookedFor.text, counter),
    aliasOf: aliasesIn(counter),
    ...askedAt(counter, now),
  };
}

/** Of every version that was ever published: what was received under an older one is found by its name too. */
function procedureCodesFor(text: string, { publications }: EstablishedCounter): readonly string[] {
  const named = publications.all().filter((procedure) => isNamedBy(procedure, text));
  return [...new Set(named.map(({ code }) => code))];
}

function aliasesIn({ publications }: EstablishedCounter): (code: string) => string {
  const aliases = new Map(publications.all().map(({ code, alias }) => [code, alias]));
  return (code) => aliases.get(code) ?? code;
}

/** Says what it is and when it was saved, and nobody's name. */
function fileNameAt(now: LocalMoment): string {
  return `danh-sach-ho-so-luu-${compactDate(dateOf(now))}-${now.slice(11, 16).replace(':', '')}.csv`;
}
