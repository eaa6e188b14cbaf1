// Reads the message templates while the ledger may be open elsewhere. Must never write to it.
import type { SavedTemplate } from '../../shared/messages/message-template';
import { peekLedger } from './peek-ledger';
import { templateColumns, toSavedTemplate } from './template-store';

/** The templates in the ledger of this data folder; none where there is no ledger, an older one, or one that cannot be read. */
export function peekTemplates(dataDir: string): SavedTemplate[] {
  const query = `SELECT ${templateColumns} FROM message_templates ORDER BY last_used_at_ms DESC`;
  return peekLedger(dataDir, query, toSavedTemplate);
}
