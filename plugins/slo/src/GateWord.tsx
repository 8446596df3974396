import type { Gate } from '@ghostlight/plugin-slo-common';
import { StatusShape, TONE_COLOUR } from '@ghostlight/reliability-react';
import { useSloText } from './translation';

const look = {
  allow: { tone: 'positive', shape: 'healthy', word: 'gate.allow' },
  warn: { tone: 'warning', shape: 'warning', word: 'gate.warn' },
  deny: { tone: 'negative', shape: 'critical', word: 'gate.deny' },
} as const;

/** The shape of a verdict; put the word beside it. */
export function GateShape({ verdict }: { verdict: Gate['verdict'] }) {
  return <StatusShape status={look[verdict].shape} size={11} />;
}

/** “Releases ● halted”. */
export function GateWord({ verdict }: { verdict: Gate['verdict'] }) {
  const t = useSloText();
  const { tone, word } = look[verdict];
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        fontSize: '0.8125rem',
        whiteSpace: 'nowrap',
      }}
    >
      {t('gate.label')}
      <GateShape verdict={verdict} />
      <strong style={{ color: TONE_COLOUR[tone] }}>{t(word)}</strong>
    </span>
  );
}
