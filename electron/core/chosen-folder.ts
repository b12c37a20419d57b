import type { FolderPurpose } from '../contract/envelope.ts';
import type { Log } from './log.ts';
import type { ShellClient } from './shell-client.ts';

/** Lets the clerk choose a folder. The dialog may stay open for as long as the clerk likes: nobody waits for it. */
export type WithChosenFolder = (purpose: FolderPurpose, act: (folder: string) => void | Promise<void>) => void;

export function withChosenFolder(shell: ShellClient, log: Log): WithChosenFolder {
  const choose: (...asked: Parameters<WithChosenFolder>) => Promise<void> = async (purpose, act) => {
    try {
      const folder = await shell.chooseFolder(purpose);
      if (folder !== null) await act(folder);
    } catch (error) {
      // The screen shows that nothing changed; a full disk must not end the core.
      log.failure('folder-not-taken', error);
    }
  };
  return (purpose, act) => void choose(purpose, act);
}
