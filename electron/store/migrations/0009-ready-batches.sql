-- Batches that are ready to run, in the order of the queue, and the runs that the queue has started.

CREATE TABLE ready_batches (
  batch_no INTEGER PRIMARY KEY REFERENCES batches (batch_no) ON DELETE CASCADE,
  -- Only the order of these numbers means something.
  place INTEGER NOT NULL,
  settings_json TEXT NOT NULL,
  first_rows INTEGER,
  -- Rows once stored never change, so they are counted once.
  sendable_count INTEGER NOT NULL,
  starts_itself INTEGER NOT NULL DEFAULT 0 CHECK (starts_itself IN (0, 1)),
  ready_at_ms INTEGER NOT NULL,
  -- The queue was told to run it and has not come to it yet.
  ordered_at_ms INTEGER,
  -- What the last look before a start has found, as shared/batches/finding.ts has it.
  findings_json TEXT NOT NULL DEFAULT '[]',
  -- Deleted, but it can be brought back until the app is closed.
  deleted_at_ms INTEGER
) STRICT;

-- The queue starts a batch once: a second start is refused by the ledger itself.
CREATE TABLE queue_runs (
  batch_no INTEGER PRIMARY KEY REFERENCES batches (batch_no),
  run_no INTEGER NOT NULL UNIQUE REFERENCES runs (run_no)
) STRICT;

-- Runs of the same file are found by its hash.
CREATE INDEX batches_by_file ON batches (json_extract(source_json, '$.sha256'));
