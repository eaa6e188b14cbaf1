import { EmptyState } from '../../components/empty-state';

export function ConnectScreen(_: { readonly replacesWorkspaceId: string | null }) {
  return <EmptyState title="Connect" sentence="" />;
}
