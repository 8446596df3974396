import type { SourceState } from '@ghostlight/plugin-slo-common';
import { StatusShape, useFormats } from '@ghostlight/reliability-react';
import { sourceReason } from '../answer';
import shared from '../slo.module.css';
import { useSloText } from '../translation';

/** Where the numbers come from and whether it answers. */
export function SourceLine({ source }: { source: SourceState }) {
  const t = useSloText();
  const format = useFormats();
  const { name } = source;
  const words = {
    ok: t('source.ok', { name }),
    waiting: t('source.waiting', { name }),
    failing: t('source.failing', { name, reason: sourceReason(source, t) }),
    'back-filling': t('source.backFilling', { name }),
  };
  return (
    <p className={shared.muted}>
      <span className={shared.row}>
        {source.state === 'failing' && (
          <StatusShape status="critical" size={11} />
        )}
        {words[source.state]}
        {source.state !== 'ok' && source.since !== undefined && (
          <span>{t('source.since', { time: format.time(source.since) })}</span>
        )}
        {source.message && <code>{source.message}</code>}
      </span>
    </p>
  );
}
