import { TONE_COLOUR, type Tone } from './status';
import classes from './status.module.css';

const SHAPES: Record<Tone, JSX.Element> = {
  positive: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  negative: (
    <path
      d="M3.6 0.6H8.4L11.4 3.6V8.4L8.4 11.4H3.6L0.6 8.4V3.6z"
      fill="currentColor"
    />
  ),
  warning: <path d="M6 0.9 11.6 10.9H0.4z" fill="currentColor" />,
  accent: (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
      <path d="M6 6V2.4A3.6 3.6 0 0 1 6 9.6z" fill="currentColor" />
    </>
  ),
  neutral: (
    <circle
      cx="6"
      cy="6"
      r="4.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
};

/**
 * A state as shape, colour and word: each of them tells it alone.
 *
 * @public
 */
export function ToneWord(props: {
  tone: Tone;
  word: string;
  /** More of it, for whoever points at it. */
  title?: string;
}) {
  const { tone, word, title } = props;
  return (
    <span
      className={classes.tone}
      style={{ color: TONE_COLOUR[tone] }}
      title={title}
    >
      <svg
        width={12}
        height={12}
        viewBox="0 0 12 12"
        aria-hidden="true"
        focusable="false"
      >
        {SHAPES[tone]}
      </svg>
      {word}
    </span>
  );
}
