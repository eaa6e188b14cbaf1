// Reads what is remembered of pipeline sheets while the ledger may be open elsewhere. Must never write to it, and never stop a command.
import type { SavedPipelineMapping } from '../../shared/mappings/saved-pipeline-mapping';
import { peekLedger } from './peek-ledger';
import { selectPipelineMappings, toSavedPipelineRecord } from './pipeline-mapping-store';

/** The mappings in the ledger of this data folder; none where there is no ledger, an older one, or one that cannot be read. */
export function peekPipelineMappings(dataDir: string): SavedPipelineMapping[] {
  return peekLedger(dataDir, selectPipelineMappings, toSavedPipelineRecord);
}
