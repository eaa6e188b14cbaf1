-- Work on pipelines beside invitations. The table of batches is made anew, since its list of operations stands in a check.

CREATE TABLE batches_anew (
  batch_no INTEGER PRIMARY KEY,
  batch_id TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('invite', 'add', 'move', 'reject', 'changes')),
  source_json TEXT NOT NULL,
  order_json TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sheet_name TEXT,
  target_title TEXT NOT NULL,
  -- Where people are invited to; null for work on a pipeline.
  set_id TEXT,
  project_id TEXT,
  send_invite INTEGER NOT NULL CHECK (send_invite IN (0, 1)),
  row_count INTEGER NOT NULL CHECK (row_count >= 1),
  created_at_ms INTEGER NOT NULL,
  -- The draft that the batch was handed over from.
  draft_id TEXT
) STRICT;
INSERT INTO batches_anew SELECT batch_no, batch_id, workspace_id, name, operation, source_json, order_json, file_name, sheet_name,
  target_title, set_id, project_id, send_invite, row_count, created_at_ms, draft_id FROM batches;
DROP TABLE batches;
ALTER TABLE batches_anew RENAME TO batches;
CREATE INDEX batches_by_draft ON batches (draft_id) WHERE draft_id IS NOT NULL;

-- What a row of a pipeline batch asks for, as shared/operations/pipeline-work.ts has it; null for an invitation.
ALTER TABLE batch_rows ADD COLUMN work_json TEXT;

-- What the pipeline held for the row just before it was sent, and the application that the answer named.
ALTER TABLE run_rows ADD COLUMN before_json TEXT;
ALTER TABLE run_rows ADD COLUMN application_id TEXT;
