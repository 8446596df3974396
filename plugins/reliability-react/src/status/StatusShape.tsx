import { StatusName, TONE_COLOUR, toneOf } from './status';

const shapes: Record<StatusName, JSX.Element> = {
  critical: (
    <path
      d="M3.6 0.6h4.8L11.4 3.6v4.8L8.4 11.4H3.6L0.6 8.4V3.6z"
      fill="currentColor"
    />
  ),
  warning: (
    <path
      d="M6 0.9 11.6 10.9H0.4z"
      fill="currentColor"
      strokeLinejoin="round"
    />
  ),
  healthy: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  'low-traffic': (
    <circle
      cx="6"
      cy="6"
      r="4.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
  'no-data': (
    <>
      <circle
        cx="6"
        cy="6"
        r="5.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1"
        strokeDasharray="2 1.4"
      />
      <path
        d="M4.5 4.6a1.5 1.5 0 1 1 2.2 1.3c-.5.3-.7.6-.7 1.1M6 8.6v.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinecap="round"
      />
    </>
  ),
};

/**
 * A shape of its own for each status, so that it reads without colour: octagon
 * critical, triangle warning, disc healthy, ring too little traffic, dashed
 * ring with a question mark no data. Decorative: put the word next to it.
 *
 * @public
 */
export function StatusShape(props: {
  status: StatusName;
  /** Pixels. Default 12. */
  size?: number;
}) {
  const { status, size = 12 } = props;
  const colour = TONE_COLOUR[toneOf(status)];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', display: 'block', color: colour }}
    >
      {shapes[status]}
    </svg>
  );
}
