-- Messages with names, kept to be used again (shared/messages/message-template.ts). Nothing of the people who get them.

CREATE TABLE message_templates (
  template_id TEXT PRIMARY KEY,
  -- As templateKey() gives it: two names that look alike are one.
  name_key TEXT NOT NULL UNIQUE,
  content_json TEXT NOT NULL,
  last_used_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX message_templates_by_use ON message_templates (last_used_at_ms);

-- The last message to a target is asked for while somebody chooses it.
CREATE INDEX batches_by_target ON batches (workspace_id, set_id, project_id) WHERE send_invite = 1;
