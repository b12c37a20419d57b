/** Unfinished forms, which are no facts yet and never leave this computer. */
export const DRAFTS = `
CREATE TABLE draft (
  -- Which form it is.
  name TEXT NOT NULL PRIMARY KEY,
  kept_at INTEGER NOT NULL,
  -- As the screen wrote it.
  content TEXT NOT NULL
) STRICT;
`;
