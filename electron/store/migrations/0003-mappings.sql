-- How columns were used, by the header they stood under, so that the next file of that kind needs no work.

CREATE TABLE mappings (
  mapping_id TEXT PRIMARY KEY,
  -- Of the header texts, in any order (shared/mappings/header-fingerprint.ts): one mapping for a header.
  fingerprint TEXT NOT NULL UNIQUE,
  name TEXT,
  -- Header texts, fields and name order (shared/mappings/saved-mapping.ts); nothing of the people.
  content_json TEXT NOT NULL,
  last_used_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX mappings_by_use ON mappings (last_used_at_ms);
