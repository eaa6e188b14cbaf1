-- The ledger: what was prepared, what was sent, and what came of it. Never holds a key.

CREATE TABLE workspaces (
  workspace_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  environment TEXT NOT NULL CHECK (environment IN ('production', 'staging', 'practice')),
  -- Only where the address is not the one that the key's prefix names (practice, loopback tests).
  base_url TEXT,
  organization_id INTEGER,
  scopes_json TEXT NOT NULL,
  expires_at_ms INTEGER,
  key_shown_part TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE target_lists (
  workspace_id TEXT PRIMARY KEY,
  lists_json TEXT NOT NULL,
  read_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE batches (
  batch_no INTEGER PRIMARY KEY,
  batch_id TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('invite')),
  source_json TEXT NOT NULL,
  order_json TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sheet_name TEXT,
  target_title TEXT NOT NULL,
  set_id TEXT,
  project_id TEXT,
  send_invite INTEGER NOT NULL CHECK (send_invite IN (0, 1)),
  row_count INTEGER NOT NULL CHECK (row_count >= 1),
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE batch_rows (
  batch_no INTEGER NOT NULL REFERENCES batches (batch_no),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  row_number INTEGER NOT NULL,
  email TEXT,
  firstname TEXT,
  lastname TEXT,
  cv_link TEXT,
  ats_candidate_id TEXT,
  -- As personKey() gives it, for comparing only.
  person_key TEXT,
  -- Names and address without case and accents, for searching.
  search_text TEXT NOT NULL,
  skip_why TEXT,
  skip_detail TEXT,
  -- Sent on purpose, although invited before or twice in the file.
  taken_in INTEGER NOT NULL DEFAULT 0 CHECK (taken_in IN (0, 1)),
  cells_json TEXT NOT NULL,
  PRIMARY KEY (batch_no, ordinal)
) STRICT;

CREATE TABLE runs (
  run_no INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL UNIQUE,
  parent_run_id TEXT,
  batch_no INTEGER NOT NULL REFERENCES batches (batch_no),
  -- Copied, so that the history stays whole when a workspace is renamed or forgotten.
  workspace_id TEXT NOT NULL,
  workspace_name TEXT NOT NULL,
  environment TEXT NOT NULL,
  organization_id INTEGER,
  concurrency INTEGER NOT NULL,
  people_per_request INTEGER NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('planned', 'running', 'pausing', 'paused', 'cancelling', 'cancelled', 'finished', 'interrupted')),
  pause_reason TEXT,
  pause_detail TEXT,
  created_at_ms INTEGER NOT NULL,
  started_at_ms INTEGER,
  finished_at_ms INTEGER
) STRICT;

CREATE INDEX runs_by_batch ON runs (batch_no);
CREATE INDEX runs_by_state ON runs (state);

CREATE TABLE run_rows (
  run_no INTEGER NOT NULL REFERENCES runs (run_no),
  -- The row's ordinal in the batch.
  ordinal INTEGER NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('pending', 'sending', 'retry-wait', 'done', 'already-there', 'refused', 'unknown', 'skipped')),
  cause_code TEXT,
  sentence TEXT NOT NULL,
  submission_id TEXT,
  invitation_id TEXT,
  candidate_id TEXT,
  record_id TEXT,
  person_key TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  at_ms INTEGER,
  PRIMARY KEY (run_no, ordinal)
) STRICT, WITHOUT ROWID;

-- Counts and causes come from this index alone; its last column is the ordinal, so the next rows come out of it in order.
CREATE INDEX run_rows_by_state ON run_rows (run_no, state, cause_code);
CREATE INDEX run_rows_by_time ON run_rows (run_no, at_ms);
CREATE INDEX run_rows_by_person ON run_rows (person_key) WHERE person_key IS NOT NULL;

CREATE TABLE attempts (
  attempt_no INTEGER PRIMARY KEY,
  run_no INTEGER NOT NULL REFERENCES runs (run_no),
  started_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  -- Null while no answer is written down. `withdrawn`: the intent was written and then nothing was sent.
  kind TEXT CHECK (kind IN ('processed', 'not-processed', 'unknown', 'withdrawn')),
  why TEXT,
  message TEXT,
  status INTEGER,
  body_text TEXT,
  server_time_ms INTEGER
) STRICT;

CREATE INDEX attempts_open ON attempts (run_no) WHERE kind IS NULL;

CREATE TABLE attempt_rows (
  attempt_no INTEGER NOT NULL REFERENCES attempts (attempt_no),
  run_no INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  -- 1 as soon as it is certain that the attempt did nothing for this row.
  is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void IN (0, 1)),
  PRIMARY KEY (attempt_no, ordinal),
  FOREIGN KEY (run_no, ordinal) REFERENCES run_rows (run_no, ordinal)
) STRICT, WITHOUT ROWID;

-- Nobody is sent to twice: a row has at most one attempt that did, or may have done, something.
CREATE UNIQUE INDEX one_live_attempt_per_row ON attempt_rows (run_no, ordinal) WHERE is_void = 0;
CREATE INDEX attempt_rows_by_row ON attempt_rows (run_no, ordinal);
