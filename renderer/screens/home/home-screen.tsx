import { EmptyState } from '../../components/empty-state';

export function HomeScreen() {
  return <EmptyState title="Home" sentence="" />;
}
