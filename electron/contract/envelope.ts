import type { Push } from './pushes.ts';

/** Window to core, through main. `id` is main's, unique while the core lives. */
export type Request = { readonly type: 'request'; readonly id: number; readonly name: string; readonly input: unknown };

export type Reply =
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly fault: Fault };

/**
 * A broken machine, as far as the window may know of it.
 * `unknown-command`, `bad-input`: the window asked wrongly. `core-failed`: logged in the core. `core-gone`: it is being
 * restarted; what was answered "saved" is saved. `timed-out`: no answer within the limit. `not-signed-in`: nobody is at the
 * counter. `not-permitted`: the person who is has not the role for it; `detail` is the permission it needs.
 */
export type FaultCode =
  'unknown-command' | 'bad-input' | 'core-failed' | 'core-gone' | 'timed-out' | 'not-signed-in' | 'not-permitted';
export type Fault = { readonly code: FaultCode; readonly detail: string };

export type PushMessage = { readonly type: 'push'; readonly push: Push };

/** The core is open for requests, or could not open and says why in one word. */
export type Ready = { readonly type: 'ready' };
export type CannotStart = { readonly type: 'cannot-start'; readonly why: StartTrouble };
export type StartTrouble =
  | 'database-from-the-future'
  | 'not-our-database'
  | 'database-damaged'
  | 'disk-full'
  | 'read-only'
  | 'locked'
  | 'failed';

/**
 * Core to main: what only the shell can ask of the operating system. `wrap-secret`, `unwrap-secret`: by its key store.
 * `has-key-store`: whether it has one; nothing is wrapped. `choose-folder`: of the clerk, in a dialog, to keep copies in;
 * `find-folder`: where copies lie already. `find-file`: of the clerk, one file to be read in; `data` says what for.
 * `save-file`: of the clerk, where a file goes; `data` is a name for it. `render-pdf`: of a {@link ShellPage}, the PDF.
 * `print-page`: a {@link ShellPage} through the system's own dialog; answered by a {@link DialogEnding}.
 */
export type ShellRequest = {
  readonly type: 'shell-request';
  readonly id: number;
  readonly ask:
    | 'wrap-secret'
    | 'unwrap-secret'
    | 'has-key-store'
    | 'choose-folder'
    | 'find-folder'
    | 'find-file'
    | 'save-file'
    | 'render-pdf'
    | 'print-page';
  /** Base64; empty where there is nothing to say. */
  readonly data: string;
};
/** A page to be drawn, as JSON in `data`. */
export type ShellPage = { readonly html: string; readonly paper: 'A5' | 'A4' | 'A4-landscape' };
export type DialogEnding = 'printed' | 'cancelled' | 'failed';

/** What a file is read in for: an official catalogue, or the open dossiers of a former system. */
export type FilePurpose = 'catalogue' | 'old-dossiers';

/** To keep copies in, or to find them. */
export type FolderPurpose = 'keep' | 'restore';

/**
 * Base64: the secret, the path, the PDF, a word, or nothing for a mere yes. Null: there is no key store, it cannot read what
 * it is given, or the clerk chose no folder.
 */
export type ShellReply = { readonly type: 'shell-reply'; readonly id: number; readonly data: string | null };

/** Main asks the core to finish what it does, close its file and exit. */
export type Drain = { readonly type: 'drain' };

export type ToCore = Request | ShellReply | Drain;
export type FromCore = Reply | PushMessage | Ready | CannotStart | ShellRequest;
