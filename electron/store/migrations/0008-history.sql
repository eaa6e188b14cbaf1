-- The history as people read it: who started a run, a search over everybody ever sent to, and runs that were deleted.

-- Who started the run, and from where. Null for runs of earlier versions.
ALTER TABLE runs ADD COLUMN started_by TEXT;
ALTER TABLE runs ADD COLUMN started_from TEXT CHECK (started_from IN ('window', 'terminal'));

-- The batch and its runs were deleted; they can be brought back until the app is closed, and then they go for good.
ALTER TABLE batches ADD COLUMN deleted_at_ms INTEGER;
CREATE INDEX batches_deleted ON batches (deleted_at_ms) WHERE deleted_at_ms IS NOT NULL;

-- Without it, each deleted run would be looked for in all answers of all runs.
CREATE INDEX attempts_by_run ON attempts (run_no);

-- Words of people (shared/history/search-words.ts) by batch_no * 2^20 + ordinal: Excel ends at 2^20 rows. Holds no text of its own.
-- The words are plain already, so the simplest tokenizer takes them as they are. One and two letters have lists of their own.
CREATE VIRTUAL TABLE people_search USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2', tokenize = 'ascii'
);
-- Deletions are merged when the file is written anew, not in the middle of other work.
INSERT INTO people_search (people_search, rank) VALUES ('deletemerge', 0);
-- How many rows of a batch, from its first, stand in people_search.
CREATE TABLE people_search_of_batches (
  batch_no INTEGER PRIMARY KEY REFERENCES batches (batch_no),
  row_count INTEGER NOT NULL
) STRICT;
