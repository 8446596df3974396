import { stringify } from 'yaml';

/**
 * `shipped` is what Sloth 0.16 generates: its 30-day ratio is the mean of 5-minute ratios. `exact`
 * takes the 30-day ratio from the events themselves, which is what the ledger answers.
 */
export type RulesVariant = 'shipped' | 'exact';

export const rulesPerObjective = 17;

const ratioWindows = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'];
const errorBudget = 0.001;

/** The labels that name the rules of one service's objective. */
export function slothLabels(service: string) {
  return {
    sloth_id: `${service}-availability`,
    sloth_service: service,
    sloth_slo: 'availability',
  };
}

function selector(metric: string, service: string) {
  const labels = Object.entries(slothLabels(service))
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ');
  return `${metric}{${labels}}`;
}

function rawRatio(service: string, window: string) {
  const failed = `sum(rate(http_requests_total{service="${service}",code=~"5.."}[${window}]))`;
  const all = `sum(rate(http_requests_total{service="${service}"}[${window}]))`;
  return `(${failed}) / (${all})`;
}

function meanOfRatios(service: string) {
  const recorded = `${selector('slo:sli_error:ratio_rate5m', service)}[30d]`;
  return `sum_over_time(${recorded}) / ignoring (sloth_window) count_over_time(${recorded})`;
}

function overBudget(service: string, metric: string) {
  return `${selector(
    metric,
    service,
  )} / on(sloth_id, sloth_slo, sloth_service) group_left ${selector(
    'slo:error_budget:ratio',
    service,
  )}`;
}

function alert(
  service: string,
  severity: string,
  pairs: [string, string, number][],
) {
  const exceeds = (window: string, factor: number) =>
    `(${selector(
      `slo:sli_error:ratio_rate${window}`,
      service,
    )} > (${factor} * ${errorBudget}))`;
  return {
    alert: 'ErrorBudgetBurn',
    expr: pairs
      .map(
        ([short, long, factor]) =>
          `(${exceeds(short, factor)} and ignoring (sloth_window) ${exceeds(
            long,
            factor,
          )})`,
      )
      .join(' or ignoring (sloth_window) '),
    labels: { sloth_severity: severity },
  };
}

function groupsOf(service: string, variant: RulesVariant) {
  const labels = slothLabels(service);
  const record = (name: string, expr: string, more = {}) => ({
    record: name,
    expr,
    labels: { ...labels, ...more },
  });
  const period =
    variant === 'exact' ? rawRatio(service, '30d') : meanOfRatios(service);
  return [
    {
      name: `sloth-slo-sli-recordings-${service}`,
      rules: [
        ...ratioWindows.map(window =>
          record(
            `slo:sli_error:ratio_rate${window}`,
            rawRatio(service, window),
            { sloth_window: window },
          ),
        ),
        record('slo:sli_error:ratio_rate30d', period, { sloth_window: '30d' }),
      ],
    },
    {
      name: `sloth-slo-meta-recordings-${service}`,
      rules: [
        record('slo:objective:ratio', `vector(${1 - errorBudget})`),
        record('slo:error_budget:ratio', `vector(1-${1 - errorBudget})`),
        record('slo:time_period:days', 'vector(30)'),
        record(
          'slo:current_burn_rate:ratio',
          overBudget(service, 'slo:sli_error:ratio_rate5m'),
        ),
        record(
          'slo:period_burn_rate:ratio',
          overBudget(service, 'slo:sli_error:ratio_rate30d'),
        ),
        record(
          'slo:period_error_budget_remaining:ratio',
          `1 - ${selector('slo:period_burn_rate:ratio', service)}`,
        ),
        record('sloth_slo_info', 'vector(1)', { sloth_version: 'v0.16.0' }),
      ],
    },
    {
      name: `sloth-slo-alerts-${service}`,
      rules: [
        alert(service, 'page', [
          ['5m', '1h', 14.4],
          ['30m', '6h', 6],
        ]),
        alert(service, 'ticket', [
          ['2h', '1d', 3],
          ['6h', '3d', 1],
        ]),
      ],
    },
  ];
}

/** The rule file of a Prometheus user: per objective three groups with 8, 7 and 2 rules. */
export function slothRules(services: string[], variant: RulesVariant): string {
  return stringify({
    groups: services.flatMap(service => groupsOf(service, variant)),
  });
}
