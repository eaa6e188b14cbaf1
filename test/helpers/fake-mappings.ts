import type { SavedMapping } from '../../shared/mappings/saved-mapping';
import { fakeNowMs } from './fake-runs';

const dayMs = 86_400_000;

/** Two mappings: one with a name, used nine days ago, and one that its header words stand for. */
export const fakeMappings: readonly SavedMapping[] = [
  {
    mappingId: 'mapping-fair',
    name: 'Graduate fairs',
    headers: ['Nr.', 'Full name', 'E-Mail', 'CV', 'Candidate ID', 'University', 'Telefon'],
    columns: [
      { field: 'fullname', header: 'Full name', occurrence: 1 },
      { field: 'email', header: 'E-Mail', occurrence: 1 },
      { field: 'cv_link', header: 'CV', occurrence: 1 },
      { field: 'ats_candidate_id', header: 'Candidate ID', occurrence: 1 },
    ],
    nameOrder: 'last-word-is-family',
    lastUsedAtMs: fakeNowMs - 9 * dayMs,
  },
  {
    mappingId: 'mapping-portal',
    name: null,
    headers: ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Bewerber-Nr.', 'Eingang'],
    columns: [
      { field: 'firstname', header: 'Vorname', occurrence: 1 },
      { field: 'lastname', header: 'Nachname', occurrence: 1 },
      { field: 'email', header: 'E-Mail-Adresse', occurrence: 1 },
      { field: 'ats_candidate_id', header: 'Bewerber-Nr.', occurrence: 1 },
    ],
    nameOrder: 'last-word-is-family',
    lastUsedAtMs: fakeNowMs - 40 * dayMs,
  },
];
