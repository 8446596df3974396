import type { Graph } from '@ghostlight/plugin-incidents-common';
import type { Tone } from '@ghostlight/reliability-react';

export type NodeState = Graph['nodes'][number]['state'];

export const NODE_TONES: Record<NodeState, Tone> = {
  origin: 'negative',
  affected: 'warning',
  symptom: 'warning',
  'at-risk': 'accent',
  healthy: 'positive',
};

export const NODE_KEYS = {
  origin: 'graph.origin',
  affected: 'graph.affected',
  symptom: 'graph.symptom',
  'at-risk': 'graph.atRisk',
  healthy: 'graph.healthy',
} as const satisfies Record<NodeState, string>;

const shapes: Record<NodeState, JSX.Element> = {
  origin: (
    <path
      d="M3.6 0.6h4.8L11.4 3.6v4.8L8.4 11.4H3.6L0.6 8.4V3.6z"
      fill="currentColor"
    />
  ),
  affected: <path d="M6 0.9 11.6 10.9H0.4z" fill="currentColor" />,
  symptom: (
    <path
      d="M6 1.6 10.9 10.2H1.1z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  ),
  'at-risk': (
    <circle
      cx="6"
      cy="6"
      r="4.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeDasharray="2.4 1.6"
    />
  ),
  healthy: <circle cx="6" cy="6" r="5" fill="currentColor" />,
};

/** A shape of its own for each state. Put the word next to it. */
export function NodeShape(props: {
  state: NodeState;
  /** Place in a drawing; default its own. */
  x?: number;
  y?: number;
}) {
  const { state, x, y } = props;
  return (
    <svg
      x={x}
      y={y}
      width={12}
      height={12}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[state]}
    </svg>
  );
}
