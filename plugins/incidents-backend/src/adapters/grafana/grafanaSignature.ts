import type { SignatureCheck } from '@ghostlight/reliability-node';
import { anySame, hmacHex } from '../shared';

const header = 'x-grafana-alerting-signature';
/** Grafana has no default for the timestamp's header; these are the names its documents use. */
const timestampHeaders = [
  'x-grafana-alerting-timestamp',
  'x-grafana-alerting-signature-timestamp',
];
/** Seconds that a signed timestamp may be off. */
const tolerance = 300;

/**
 * HMAC-SHA256 in hexadecimal over the body, or over `timestamp:body` where a timestamp header is set.
 *
 * Source: grafana/alerting `http/hmac.go`, since Grafana 12
 */
export function grafanaSignature(options: {
  /** Epoch milliseconds; without it the age is not looked at. */
  now: (() => number) | undefined;
}): SignatureCheck {
  const { now } = options;
  return {
    title: 'Grafana HMAC signature',
    verify({ rawBody, headers, secrets }) {
      const shown = headers[header]?.trim().toLowerCase();
      if (!shown) return false;
      const timestamp = timestampHeaders
        .map(name => headers[name]?.trim())
        .find(value => value);
      if (timestamp && now) {
        const age = Math.abs(now() / 1000 - Number(timestamp));
        if (!(age <= tolerance)) return false;
      }
      const signed = timestamp ? [`${timestamp}:`, rawBody] : [rawBody];
      return anySame(
        [shown],
        secrets.map(secret => hmacHex('sha256', secret, ...signed)),
      );
    },
  };
}
