import { ReactNode, useState } from 'react';
import {
  BudgetChart,
  BurnTable,
  Button,
  Card,
  CardBody,
  ChartRange,
  EmptyState,
  ErrorRateChart,
  ErrorState,
  Flex,
  ForbiddenState,
  LineChart,
  LoadingState,
  RangePresets,
  RelativeTime,
  Sparkline,
  StaleBanner,
  STATUS_NAMES,
  StatusCounts,
  StatusName,
  StatusWord,
  Text,
  useFormats,
} from '../src';
import { DemoTable } from './DemoTable';
import { budgetHistory, burnRows, yaml } from './fixtures';

const now = Date.now() / 1000;

function Section(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <Text as="h2" variant="title-small">
        {props.title}
      </Text>
      <Card style={{ marginTop: 8 }}>
        <CardBody>{props.children}</CardBody>
      </Card>
    </section>
  );
}

/** Every component in its states, to look at in light and dark. */
export function Gallery() {
  const format = useFormats();
  const [range, setRange] = useState<ChartRange>();
  const [picked, setPicked] = useState<StatusName[]>(['critical']);
  const history = budgetHistory(now);
  const spent = budgetHistory(now, 'spent');
  const instants = history.buckets.map(bucket => bucket.start);
  return (
    <Flex direction="column" gap="5" p="4">
      <Section title="Status">
        <Flex direction="column" gap="3">
          <Flex gap="5">
            {STATUS_NAMES.map(status => (
              <StatusWord key={status} status={status} />
            ))}
            <Text variant="body-small">
              <RelativeTime at={now - 20} />
            </Text>
            <Sparkline
              label="31 % left"
              values={[1, 0.97, 0.9, null, null, 0.8, 0.76, 0.5, 0.31]}
              tone="negative"
            />
          </Flex>
          <StatusCounts
            counts={{
              critical: 7,
              warning: 12,
              healthy: 181,
              'low-traffic': 9,
              'no-data': 3,
            }}
            selected={picked}
            onToggle={status =>
              setPicked(
                picked.includes(status)
                  ? picked.filter(each => each !== status)
                  : [...picked, status],
              )
            }
          />
        </Flex>
      </Section>
      <Section title="Budget chart">
        <BudgetChart
          name="payments-availability"
          {...history}
          range={range ?? history.range}
          limits={history.range}
          onRangeChange={setRange}
          tools={
            <RangePresets
              presets={['30d', '7d', '1d', '1h'].map(id => ({
                id,
                label: format.window(id),
              }))}
              selected={range ? null : '30d'}
              onSelect={() => setRange(undefined)}
              onReset={() => setRange(undefined)}
            />
          }
        />
      </Section>
      <Section title="Budget chart, overspent">
        <BudgetChart name="ledger-availability" {...spent} />
      </Section>
      <Section title="Error rate">
        <ErrorRateChart
          name="payments-availability"
          {...history}
          range={{ from: history.range.from, to: now }}
          target={0.999}
        />
      </Section>
      <Section title="Lines">
        <LineChart
          title="Latency"
          name="payments"
          range={{ from: instants[0], to: now }}
          instants={instants}
          series={[0.12, 0.31, 0.52].map((base, index) => ({
            id: ['p50', 'p95', 'p99'][index],
            label: ['p50', 'p95', 'p99'][index],
            values: instants.map((_, at) =>
              at > 200 && at < 212 ? null : base * (1 + Math.sin(at / 9) / 4),
            ),
          }))}
          format={value => format.duration(value)}
        />
      </Section>
      <Section title="Burn">
        <BurnTable rows={burnRows} name="availability" />
      </Section>
      <Section title="Table">
        <DemoTable />
      </Section>
      <Section title="States">
        <Flex direction="column" gap="4">
          <StaleBanner
            asOf={now - 400}
            error={new Error('the source answers with status 502')}
            onRetry={() => {}}
          />
          <EmptyState
            sentence="No objectives yet."
            next="Add an SLO document next to catalog-info.yaml:"
            example={{ title: 'slo.yaml', code: yaml }}
            actions={
              <Button size="small" variant="secondary">
                Create with template
              </Button>
            }
          />
          <ErrorState
            what="Objectives"
            error={Object.assign(new Error('connect ECONNREFUSED'), {
              body: { error: { id: 'c0ffee' } },
            })}
            onRetry={() => {}}
          />
          <ForbiddenState what="the objectives of payments" />
          <LoadingState what="objectives" block={80} />
        </Flex>
      </Section>
    </Flex>
  );
}
