-- Pipelines as they were read, and the names of the people in them.

CREATE TABLE snapshots (
  snapshot_no INTEGER PRIMARY KEY,
  snapshot_id TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL,
  taken_at_ms INTEGER NOT NULL,
  -- Null while it is being read, or was stopped.
  finished_at_ms INTEGER,
  -- The parts that were read whole, as shared/pipeline/snapshot.ts names them.
  parts_json TEXT NOT NULL
) STRICT;
CREATE INDEX snapshots_by_workspace ON snapshots (workspace_id, finished_at_ms);

CREATE TABLE snapshot_titles (
  snapshot_no INTEGER NOT NULL REFERENCES snapshots (snapshot_no),
  kind TEXT NOT NULL CHECK (kind IN ('project', 'job-post', 'interview-set', 'stage')),
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Of a job post and a stage.
  project_id TEXT,
  -- In the API's order; of a stage in pipeline order.
  position INTEGER NOT NULL,
  PRIMARY KEY (snapshot_no, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_applications (
  snapshot_no INTEGER NOT NULL REFERENCES snapshots (snapshot_no),
  application_id TEXT NOT NULL,
  candidate_id TEXT,
  project_id TEXT,
  job_post_id TEXT,
  stage_id TEXT,
  stage_title TEXT,
  score REAL,
  status INTEGER,
  created_at_ms INTEGER,
  -- Since when in this stage, as far as the snapshots before tell; not exact where it may be longer.
  stage_since_ms INTEGER,
  stage_is_exact INTEGER NOT NULL DEFAULT 0 CHECK (stage_is_exact IN (0, 1)),
  stage_from TEXT,
  PRIMARY KEY (snapshot_no, application_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_applications_by_project ON snapshot_applications (snapshot_no, project_id);

CREATE TABLE snapshot_submissions (
  snapshot_no INTEGER NOT NULL REFERENCES snapshots (snapshot_no),
  submission_id TEXT NOT NULL,
  set_id TEXT,
  candidate_id TEXT,
  score REAL,
  status INTEGER,
  submitted_at_ms INTEGER,
  created_at_ms INTEGER,
  PRIMARY KEY (snapshot_no, submission_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_submissions_by_candidate ON snapshot_submissions (snapshot_no, candidate_id);

-- Who is behind a candidate id, from answers to invitations and from sheets. The reads of the API never say.
CREATE TABLE people (
  workspace_id TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  firstname TEXT,
  lastname TEXT,
  email TEXT,
  ats_candidate_id TEXT,
  -- Names and address without case and accents, for searching.
  search_text TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  -- The run whose answer named this person last.
  run_id TEXT,
  PRIMARY KEY (workspace_id, candidate_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX people_by_email ON people (workspace_id, email);
CREATE INDEX people_by_ats_id ON people (workspace_id, ats_candidate_id);

-- How many answers of a run have been taken over into people.
CREATE TABLE people_of_runs (
  run_no INTEGER PRIMARY KEY REFERENCES runs (run_no),
  answers INTEGER NOT NULL
) STRICT;
