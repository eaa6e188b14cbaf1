// Reads the remembered mappings while the ledger may be open elsewhere. Must never write to it, and never stop a command: without them columns are proposed.
import type { SavedMapping } from '../../shared/mappings/saved-mapping';
import { mappingColumns, toSavedMapping } from './mapping-store';
import { peekLedger } from './peek-ledger';

/** The mappings in the ledger of this data folder; none where there is no ledger, an older one, or one that cannot be read. */
export function peekMappings(dataDir: string): SavedMapping[] {
  const query = `SELECT ${mappingColumns} FROM mappings ORDER BY last_used_at_ms DESC`;
  return peekLedger(dataDir, query, toSavedMapping);
}
