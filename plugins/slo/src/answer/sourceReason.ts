import type { SourceState } from '@ghostlight/plugin-slo-common';
import type { SloText } from '../translation';

const keys = {
  timeout: 'reason.timeout',
  unreachable: 'reason.unreachable',
  'unknown-source': 'reason.unknownSource',
  'circuit-open': 'reason.circuitOpen',
  'http-4xx': 'reason.http4xx',
  'http-5xx': 'reason.http5xx',
  'not-prometheus': 'reason.notPrometheus',
  'too-large': 'reason.tooLarge',
  'bad-query': 'reason.badQuery',
  'wrong-type': 'reason.wrongType',
  'not-a-number': 'reason.notANumber',
  negative: 'reason.negative',
  'duplicate-series': 'reason.duplicateSeries',
  empty: 'reason.empty',
} as const;

/** Why a source fails, in words; an unknown code is shown as it is. */
export function sourceReason(source: SourceState, t: SloText): string {
  const code = source.reason ?? source.state;
  return code in keys
    ? t(keys[code as keyof typeof keys])
    : t('reason.other', { code });
}
