/** The app's mark. */
export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="6" fill="var(--accent-fill)" />
      <path
        d="M8 18V6.8h8.4M8 12.2h5.4"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16.6" cy="12.2" r="1.4" fill="#fff" />
    </svg>
  );
}
