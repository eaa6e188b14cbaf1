-- What is known of people without a clear answer, and what was decided about them.

-- Only so many rows are sent to before somebody looks; NULL where nobody asked for that, or has looked.
ALTER TABLE runs ADD COLUMN first_rows INTEGER;

-- Of an unknown row: what a person decided.
ALTER TABLE run_rows ADD COLUMN decision TEXT CHECK (decision IN ('leave-alone', 'send-again'));

-- What the target held before the run's first request: ids as Flowmingo lists them.
CREATE TABLE run_baselines (
  run_no INTEGER PRIMARY KEY REFERENCES runs (run_no),
  read_at_ms INTEGER NOT NULL,
  ids_json TEXT NOT NULL
) STRICT;

-- The last evidence about a row, as shared/runs/unsure.ts has it.
CREATE TABLE look_ups (
  run_no INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  reading TEXT NOT NULL,
  evidence_json TEXT NOT NULL,
  PRIMARY KEY (run_no, ordinal),
  FOREIGN KEY (run_no, ordinal) REFERENCES run_rows (run_no, ordinal)
) STRICT, WITHOUT ROWID;
