import { ConflictError } from '@backstage/errors';
import type {
  ChangeAdapter,
  ChangeSource,
  DeliveryExtensionPoint,
  Driver,
  GateChecker,
  MetricSource,
} from '@ghostlight/plugin-delivery-node';

/** What modules add to the plugin before it starts, by id. */
export class ExtensionRegistry implements DeliveryExtensionPoint {
  readonly adapters = new Map<string, ChangeAdapter>();
  readonly sources = new Map<string, ChangeSource>();
  readonly drivers = new Map<string, Driver>();
  readonly metricSources = new Map<string, MetricSource>();
  readonly gateCheckers = new Map<string, GateChecker>();

  private constructor() {}

  static create(): ExtensionRegistry {
    return new ExtensionRegistry();
  }

  addAdapter(adapter: ChangeAdapter): void {
    add(this.adapters, adapter, 'an adapter');
  }

  addSource(source: ChangeSource): void {
    add(this.sources, source, 'a source');
  }

  addDriver(driver: Driver): void {
    add(this.drivers, driver, 'a driver');
  }

  addMetricSource(source: MetricSource): void {
    add(this.metricSources, source, 'a metric source');
  }

  addGateChecker(checker: GateChecker): void {
    add(this.gateCheckers, checker, 'a check of the gate');
  }
}

function add<T extends { id: string }>(
  all: Map<string, T>,
  one: T,
  what: string,
): void {
  if (all.has(one.id))
    throw new ConflictError(`There is ${what} '${one.id}' already`);
  all.set(one.id, one);
}
