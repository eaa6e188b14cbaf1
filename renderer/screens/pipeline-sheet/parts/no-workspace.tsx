import { EmptyState } from '../../../components/empty-state';
import { FooterBar } from '../../../components/footer-bar';
import { useNavigate } from '../../../components/use-navigate';

/** Without a workspace there is no pipeline to compare the sheet with. The file stays open. */
export function NoWorkspace({ onBack }: { readonly onBack: () => void }) {
  const navigate = useNavigate();
  return (
    <>
      <EmptyState
        level={1}
        title="No pipeline to work on yet"
        sentence="Projects and stages come from Flowmingo. Connect, or practise from the first screen. Your file stays open."
        mainAction={{
          label: 'Connect to Flowmingo',
          onClick: () => navigate({ kind: 'connect', replacesWorkspaceId: null }),
        }}
        otherAction={{ label: 'First screen', onClick: () => navigate({ kind: 'home' }) }}
      />
      <FooterBar onBack={onBack} />
    </>
  );
}
