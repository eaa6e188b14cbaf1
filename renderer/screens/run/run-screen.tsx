import { EmptyState } from '../../components/empty-state';

/** One run: its progress while it goes on, its results when it has ended. */
export function RunScreen({ runId }: { readonly runId: string }) {
  return <EmptyState title="Run" sentence={runId} />;
}
