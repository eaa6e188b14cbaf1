import { EmptyState } from '../../components/empty-state';

export function RunsScreen() {
  return <EmptyState title="Runs" sentence="" />;
}
