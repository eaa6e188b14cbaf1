import type { EarlierInvite } from '../../shared/batches/earlier-invite';
import { personKey } from '../../shared/operations/person-key';

/** Ana was invited to the Sales Assessment on 20 November 2026, by run 12; everything can be told otherwise. */
export function makeEarlierInvite(over: Partial<EarlierInvite> = {}): EarlierInvite {
  const email = over.email === undefined ? 'ana@example.com' : over.email;
  return {
    personKey: personKey({ email, cv_link: over.cvLink ?? null }) ?? '',
    email,
    personName: 'Ana Silva',
    cvLink: null,
    atsId: null,
    setId: 'set-sales',
    projectId: null,
    targetTitle: 'Sales Assessment',
    outcome: 'done',
    atMs: Date.UTC(2026, 10, 20, 12),
    runId: 'run-12',
    runNumber: 12,
    ordinal: 0,
    ...over,
  };
}
