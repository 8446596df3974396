import type { Lane } from '@ghostlight/plugin-delivery-common';
import { secondsOf, useAge } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { versionOf } from '../words';

/** What runs, and is it well? In one sentence. */
export function Sentence({ lane, name }: { lane: Lane; name: string }) {
  const t = useDeliveryText();
  const { current, running, environment } = lane;
  const age = useAge(secondsOf(current?.activeFrom ?? current?.startedAt));
  if (!current) {
    return <>{t('entity.sentenceNone', { name, environment })}</>;
  }
  const facts = { name, environment, version: versionOf(current), age };
  const how = wellOf(lane);
  return (
    <>
      {t('entity.sentence', facts)} {t(`entity.well_${how}`)}
      {running &&
        running.id !== current.id &&
        ` ${t('entity.sentenceRunning', { version: versionOf(running) })}`}
    </>
  );
}

function wellOf({ current }: Lane) {
  if (current?.watch?.state === 'failed') return 'watch';
  if (current && current.failedBecause.length > 0) return 'failed';
  if (current?.watch?.state === 'watching') return 'watching';
  if (current?.watch?.state === 'inconclusive') return 'undecided';
  return current?.watch?.state === 'passed' ? 'passed' : 'quiet';
}
