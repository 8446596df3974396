import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Measurement,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import type { MeasureRequest, SloService } from '@ghostlight/plugin-slo-node';
import { responseError } from '../../__testUtils__/notInstalled';
import { ObjectiveReader } from '../ObjectiveReader';

type Ask = MeasureRequest & { labels: Record<string, string> };

/** What is counted of an objective; times in epoch seconds. */
export type FakeMeasure = (
  ask: Ask,
) => Partial<Measurement> & Pick<Measurement, 'good' | 'total'>;

/** A slo plugin that measures what a test says. */
export class FakeObjectives implements Pick<SloService, 'measure'> {
  readonly measures = new Map<string, FakeMeasure>();
  /** Of any entity. */
  own: ObjectiveStatus[] = [];
  down = false;
  /** HTTP status with which it refuses all. */
  refuses?: number;
  readonly asked: MeasureRequest[] = [];

  async measure(request: MeasureRequest): Promise<Measurement> {
    this.asked.push(request);
    await this.answer();
    const { ref, from, to, labels = {} } = request;
    const measure = this.measures.get(ref);
    if (!measure)
      throw await responseError(404, 'Not Found', {
        error: { name: 'NotFoundError', message: `No objective '${ref}'` },
        response: { statusCode: 404 },
      });
    return {
      ref,
      title: 'Payments availability',
      entityRef: 'component:default/payments',
      target: 0.99,
      unit: 'events',
      from,
      to,
      asOf: to,
      ...measure({ ref, from, to, labels }),
    };
  }

  async listObjectives() {
    await this.answer();
    return { items: this.own };
  }

  private async answer() {
    if (this.down) throw new Error('connect ECONNREFUSED');
    if (this.refuses) throw await responseError(this.refuses, 'Refused');
  }
}

export function readerOf(slo: FakeObjectives): ObjectiveReader {
  const credentials: BackstageCredentials = {
    $$type: '@backstage/BackstageCredentials',
    principal: { type: 'service', subject: 'plugin:delivery' },
  };
  return ObjectiveReader.create({
    slo: slo as unknown as SloService,
    auth: { getOwnServiceCredentials: async () => credentials as never },
    patience: 60_000,
  });
}
