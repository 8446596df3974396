import { fastSeconds } from '../fleet/services';

const requests = (window: string, code = '') =>
  `sum by (service) (rate(http_requests_total{job="theatre"${code}}[${window}]))`;

/** The fleet's symptom alerts, as a team would write them beside its objectives. */
export const alertRules = {
  groups: [
    {
      name: 'theatre',
      rules: [
        {
          alert: 'HighErrorRate',
          expr: `${requests('1m', ',code=~"5.."')} / ${requests('1m')} > 0.05`,
          for: '15s',
          labels: { severity: 'critical' },
          annotations: {
            summary: '{{ $labels.service }}: 5xx above 5 %',
            description:
              '{{ $value | humanizePercentage }} of the requests of the last minute failed.',
          },
        },
        {
          alert: 'HighLatency',
          expr: `histogram_quantile(0.95, sum by (service, le) (rate(http_request_duration_seconds_bucket{job="theatre",code="200"}[1m]))) > ${fastSeconds}`,
          for: '30s',
          labels: { severity: 'warning' },
          annotations: {
            summary: `{{ $labels.service }}: p95 above ${fastSeconds} s`,
            description:
              'The 95th percentile of the last minute is {{ $value | humanizeDuration }}.',
          },
        },
        {
          alert: 'ServiceDown',
          expr: 'label_replace(up{job="theatre"} == 0, "service", "$1", "instance", "(.*)-1")',
          for: '15s',
          labels: { severity: 'critical' },
          annotations: {
            summary: '{{ $labels.service }} cannot be scraped',
          },
        },
      ],
    },
  ],
};
