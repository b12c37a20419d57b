import { procedureDifferences } from '../../domain/procedure-difference.ts';
import { versionBefore } from '../../domain/procedure-versions.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { differenceText, VERSIONS } from '../text/procedure-changes.ts';

/** Each version with what it changed, the newest first. */
export function VersionChanges({ versions }: { readonly versions: readonly Procedure[] }) {
  return (
    <ol className="procedure-versions" data-testid="procedure-changes">
      {versions.map((version) => (
        <li key={`${version.version} ${version.effectiveFrom}`}>
          <p>{VERSIONS.since(version)}</p>
          <ul>
            {changesIn(version, versions).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function changesIn(version: Procedure, versions: readonly Procedure[]): readonly string[] {
  const before = versionBefore(versions, version);
  if (!before) return [VERSIONS.first];
  const texts = procedureDifferences(before, version).map(differenceText);
  return texts.length > 0 ? texts : [VERSIONS.same];
}
