import { EmptyState } from '../../components/empty-state';

export function SettingsScreen() {
  return <EmptyState title="Settings" sentence="" />;
}
