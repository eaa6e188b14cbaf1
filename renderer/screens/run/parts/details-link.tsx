import { useState } from 'react';

/** What the API or the system said, in its words, behind a link. */
export function DetailsLink({ detail }: { readonly detail: string | null }) {
  const [isOpen, setIsOpen] = useState(false);
  if (detail === null) return null;
  return (
    <>
      <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        Details
      </button>
      {isOpen && <span className="text-2"> {detail}</span>}
    </>
  );
}
