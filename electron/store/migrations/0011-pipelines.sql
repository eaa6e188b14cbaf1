-- What was done last with somebody in a pipeline is asked for by application, by candidate, and by the candidate of an answer.
CREATE INDEX batch_rows_by_application ON batch_rows (work_json ->> '$.applicationId') WHERE work_json IS NOT NULL;
CREATE INDEX batch_rows_by_candidate ON batch_rows (work_json ->> '$.candidateId') WHERE work_json IS NOT NULL;
CREATE INDEX run_rows_by_candidate ON run_rows (candidate_id) WHERE candidate_id IS NOT NULL;

-- What a whole snapshot holds never changes, so it is counted once. Null while it is being read.
ALTER TABLE snapshots ADD COLUMN counts_json TEXT;
UPDATE snapshots SET counts_json = json_object(
  'projects', (SELECT count(*) FROM snapshot_titles t WHERE t.snapshot_no = snapshots.snapshot_no AND t.kind = 'project'),
  'jobPosts', (SELECT count(*) FROM snapshot_titles t WHERE t.snapshot_no = snapshots.snapshot_no AND t.kind = 'job-post'),
  'interviewSets', (SELECT count(*) FROM snapshot_titles t WHERE t.snapshot_no = snapshots.snapshot_no AND t.kind = 'interview-set'),
  'stages', (SELECT count(*) FROM snapshot_titles t WHERE t.snapshot_no = snapshots.snapshot_no AND t.kind = 'stage'),
  'applications', (SELECT count(*) FROM snapshot_applications a WHERE a.snapshot_no = snapshots.snapshot_no),
  'submissions', (SELECT count(*) FROM snapshot_submissions u WHERE u.snapshot_no = snapshots.snapshot_no)
) WHERE finished_at_ms IS NOT NULL;

-- How columns of sheets of work on pipelines were used, by the header they stood under (shared/mappings/saved-pipeline-mapping.ts).
CREATE TABLE pipeline_mappings (
  -- Of the header texts, in any order (shared/mappings/header-fingerprint.ts): one mapping for a header.
  fingerprint TEXT NOT NULL UNIQUE,
  -- Header texts and fields; nothing of the people.
  content_json TEXT NOT NULL,
  last_used_at_ms INTEGER NOT NULL
) STRICT;
