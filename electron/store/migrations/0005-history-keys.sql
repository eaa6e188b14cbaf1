-- Who was invited before is asked for by ID and by CV link too. Who has a CV link and no address is found by person_key.
CREATE INDEX batch_rows_by_ats_id ON batch_rows (ats_candidate_id) WHERE ats_candidate_id IS NOT NULL;
CREATE INDEX batch_rows_by_cv_link ON batch_rows (cv_link) WHERE cv_link IS NOT NULL AND email IS NOT NULL;
