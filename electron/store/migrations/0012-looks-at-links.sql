-- Whether CV links are looked at before a ready batch starts, and how many there are: rows once stored never change, so they are counted once.
ALTER TABLE ready_batches ADD COLUMN looks_at_links INTEGER NOT NULL DEFAULT 1 CHECK (looks_at_links IN (0, 1));
ALTER TABLE ready_batches ADD COLUMN link_count INTEGER NOT NULL DEFAULT 0;
UPDATE ready_batches SET link_count = (
  SELECT count(DISTINCT trim(p.cv_link)) FROM batch_rows p
  WHERE p.batch_no = ready_batches.batch_no AND p.skip_why IS NULL AND trim(p.cv_link) LIKE 'https://%'
);

-- Runs of a batch file are found by the sheet that it was made from, too.
CREATE INDEX batches_by_sheet ON batches (json_extract(source_json, '$.madeFromSha256'));
