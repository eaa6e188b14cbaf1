// What a look at the pipeline found about somebody of an add, a move or a rejection without a clear answer. For window and terminal.
// Must never make evidence sound like proof.
import type { EvidenceLine } from './evidence-words';
import type { Evidence, UnsurePerson } from './unsure';

const obstacleSentences: Readonly<Partial<Record<NonNullable<Evidence['obstacle']>, string>>> = {
  'no-scope': 'Not looked up: this key may not read the pipeline (it lacks read_hiring).',
  'no-answer': 'Flowmingo could not be asked. Look again when it can be reached.',
  'too-many': 'There are more applications than can be read through, so we could not look.',
  'changed-by-others':
    'Somebody changed this person’s place in the pipeline meanwhile, so it does not tell what became of ours.',
};

/** What a look at the pipeline itself says about somebody of an add, a move or a rejection. */
export function toPipelineEvidenceLines({
  evidence,
}: Pick<UnsurePerson, 'evidence'>): readonly EvidenceLine[] {
  if (evidence === null || (evidence.looksAtMs.length === 0 && evidence.obstacle === null))
    return [{ kind: 'found', sentence: 'Flowmingo has not been asked about this person yet.' }];
  if (evidence.obstacle !== null)
    return [
      {
        kind: evidence.obstacle === 'changed-by-others' ? 'others' : 'obstacle',
        sentence:
          obstacleSentences[evidence.obstacle] ?? 'What the pipeline shows does not tell what became of it.',
      },
    ];
  return [
    {
      kind: 'found',
      sentence: 'The pipeline shows this person as before. It may be done a little later all the same.',
    },
  ];
}
