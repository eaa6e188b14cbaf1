// Looks at the CV links of a ready batch, without the key: its first 200, as far as there is time. Must never say of a link what its site has not.
import { type LinkFacts, maxLinksPerLook } from '../../shared/batches/to-link-findings';
import { type CheckedLink, isCheckableLink } from '../../shared/operations/link-outcome';
import type { ReadyStore } from '../store/ready-store';

export interface LinkLookParts {
  readonly ledger: { readonly ready: Pick<ReadyStore, 'get' | 'readLinks'> };
  /** One outcome a link. It ends by itself, also where sites do not answer. */
  readonly checkLinks: (links: readonly string[]) => Promise<CheckedLink[]>;
}

/** Never rejects for what sites are like. @throws AppError `batch/not-ready`. */
export async function lookAtLinks(
  { ledger, checkLinks }: LinkLookParts,
  batchId: string,
): Promise<LinkFacts> {
  const { linkCount: total } = ledger.ready.get(batchId);
  const rows = ledger.ready.readLinks(batchId, maxLinksPerLook).filter(({ link }) => isCheckableLink(link));
  const checked = rows.length === 0 ? [] : await checkLinks(rows.map(({ link }) => link));
  const reasons = checked.flatMap(({ outcome }) => (outcome.kind === 'not-checked' ? [outcome.why] : []));
  const silent = checked.filter(({ outcome: { kind } }) => kind !== 'answers' && kind !== 'not-checked');
  const first = rows.find(({ link }) => link === silent[0]?.link);
  return {
    total,
    looked: checked.length - reasons.length,
    silent: silent.length,
    firstRow: first?.rowNumber ?? null,
    reasons,
  };
}
