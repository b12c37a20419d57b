import type { BackupsView } from '../../electron/contract/views.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Shape } from '../parts/Shape.tsx';
import { BACKUP } from '../text/backup.ts';
import type { Backups } from './use-backup.ts';

type SecondPlaceCardProps = { readonly place: BackupsView['secondPlace']; readonly backups: Backups };

/** A stick or a folder elsewhere that holds copies too. */
export function SecondPlaceCard({ place, backups }: SecondPlaceCardProps) {
  return (
    <section className="card backup-place" data-testid="second-place" data-there={place?.isThere}>
      <h2>{BACKUP.secondPlace}</h2>
      {place ? (
        <>
          <p className="backup-folder" title={place.folder}>
            {place.folder}
          </p>
          <p className={place.isThere ? 'soft' : 'tone-soon'}>
            <Shape name={place.isThere ? 'check' : 'triangle'} />{' '}
            {place.isThere ? BACKUP.secondPlaceThere : BACKUP.secondPlaceGone}
            {' · '}
            {place.copiedAt ? BACKUP.copiedAt(momentInWords(place.copiedAt)) : BACKUP.notCopied}
          </p>
        </>
      ) : (
        <p>{capitalised(BACKUP.secondPlaceWhy)}</p>
      )}
      <div className="backup-actions">
        <ActionButton variant="default" testId="choose-place" onClick={backups.choosePlace}>
          {place ? BACKUP.changePlace : BACKUP.choosePlace}
        </ActionButton>
        {place && (
          <ActionButton variant="subtle" testId="forget-place" onClick={backups.forgetPlace}>
            {BACKUP.forgetPlace}
          </ActionButton>
        )}
      </div>
    </section>
  );
}
