import { TONE_COLOUR } from '../status/status';

const PATHS = {
  error: 'M8 1.5 15 14H1z M8 6v4 M8 11.8v.2',
  forbidden: 'M4 7V5a4 4 0 0 1 8 0v2 M2.5 7h11v7h-11z',
  stale: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z M8 4.5V8l2.5 1.5',
};

/** A small drawing beside the sentence of a state. */
export function StateShape(props: { kind: keyof typeof PATHS }) {
  const colours = {
    error: TONE_COLOUR.negative,
    forbidden: TONE_COLOUR.neutral,
    stale: TONE_COLOUR.warning,
  };
  return (
    <svg
      width={16}
      height={16}
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ flex: 'none', color: colours[props.kind] }}
    >
      <path
        d={PATHS[props.kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
