import type { UnsurePerson } from '../../../shared/runs/unsure';
import { bridge } from '../../bridge';

/** As many as one question may ask for. */
const pageSize = 500;

/** Everybody of a run who is unknown, page by page. @throws BridgeFailure where the run cannot be read. */
export async function readAllUnsure(runId: string): Promise<readonly UnsurePerson[]> {
  const people: UnsurePerson[] = [];
  for (;;) {
    const page = await bridge.ask('runs:list-unsure', { runId, offset: people.length, limit: pageSize });
    people.push(...page.people);
    if (page.people.length === 0 || people.length >= page.total) return people;
  }
}
