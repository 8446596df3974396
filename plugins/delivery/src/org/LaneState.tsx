import {
  Link,
  pageClasses as classes,
  ToneWord,
  uiClasses,
} from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { useDeliveryLinks, type OverviewRow } from '../hooks';
import { useDeliveryText } from '../translation';
import { OutcomeWord, RollbackWord, useSay, versionOf } from '../words';

/** How a lane is, in a word, and under it why or what is going on. */
export function LaneState({ row }: { row: OverviewRow }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const say = useSay();
  const { current, running, rollback } = row;
  if (rollback) {
    return (
      <Two
        word={<RollbackWord state={rollback.state} />}
        more={<Link href={links.rollback(rollback.id)}>{rollback.id}</Link>}
      />
    );
  }
  const out =
    running && running.id !== current?.id
      ? t('overview.goingOut', { version: versionOf(running) })
      : undefined;
  if (current && current.failedBecause.length > 0) {
    const why = current.failedBecause.map(({ said }) => say(said)).join(' · ');
    return (
      <Two
        word={<ToneWord tone="negative" word={t('overview.state_failing')} />}
        more={out ? `${why} · ${out}` : why}
      />
    );
  }
  if (running) {
    return <Two word={<OutcomeWord of={running} />} more={out} />;
  }
  if (!current) return <>{t('overview.empty')}</>;
  if (current.kind === 'rollback') {
    return (
      <Two
        word={
          <ToneWord tone="warning" word={t('overview.state_rolled-back')} />
        }
        more={t('overview.rolledBackTo', { version: versionOf(current) })}
      />
    );
  }
  return current.outcome === 'succeeded' ? (
    <ToneWord tone="positive" word={t('overview.runs')} />
  ) : (
    <OutcomeWord of={current} />
  );
}

/** A word, and a line under it that is read whole by pointing at it. */
function Two(props: { word: ReactNode; more?: ReactNode }) {
  const { word, more } = props;
  return (
    <span className={classes.two}>
      {word}
      {more && (
        <span
          className={`${uiClasses.muted} ${uiClasses.truncate}`}
          title={typeof more === 'string' ? more : undefined}
        >
          {more}
        </span>
      )}
    </span>
  );
}
