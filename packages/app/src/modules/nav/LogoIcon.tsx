/** A ghost light: the bare bulb on a stand that stays on when the theatre is dark. */
export function LogoIcon() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="10" r="9" fill="#ffd76a" opacity="0.22" />
      <circle cx="16" cy="10" r="5" fill="#ffd76a" />
      <path
        d="M16 15v13M10 29h12"
        stroke="#e8eaed"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="M13.5 16h5"
        stroke="#e8eaed"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
