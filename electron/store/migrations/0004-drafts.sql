-- Batches in the making. The bytes of their files lie beside the ledger, under their hash. Never holds a key.

CREATE TABLE drafts (
  draft_no INTEGER PRIMARY KEY,
  draft_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- Copied out of the state for the list, which can be shown even where the state cannot be read.
  step TEXT NOT NULL,
  workspace_id TEXT,
  people_count INTEGER NOT NULL,
  change_count INTEGER NOT NULL,
  state_json TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  saved_at_ms INTEGER NOT NULL,
  -- Deleted, but it can be brought back until the app is closed.
  deleted_at_ms INTEGER
) STRICT;

-- What was done to rows by hand, in its order. The state says which journal counts and how many parts of it.
CREATE TABLE draft_changes (
  draft_no INTEGER NOT NULL REFERENCES drafts (draft_no) ON DELETE CASCADE,
  journal_id TEXT NOT NULL,
  part_no INTEGER NOT NULL CHECK (part_no >= 0),
  part_json TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX draft_changes_in_order ON draft_changes (draft_no, journal_id, part_no);

-- The draft that a batch was handed over from: with a run, it is a draft no more.
ALTER TABLE batches ADD COLUMN draft_id TEXT;

CREATE INDEX batches_by_draft ON batches (draft_id) WHERE draft_id IS NOT NULL;
