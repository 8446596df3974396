import { ConflictError } from '@backstage/errors';
import type {
  Adapter,
  IncidentsExtensionPoint,
  LanguageModel,
  LogSource,
  NotificationChannel,
  OncallSource,
} from '@ghostlight/plugin-incidents-node';
import type { AdapterRegistry } from './intake';

/** What modules add to the plugin before it starts. */
export class ExtensionRegistry implements IncidentsExtensionPoint {
  readonly oncallSources = new Map<string, OncallSource>();
  readonly channels = new Map<string, NotificationChannel>();
  readonly logSources = new Map<string, LogSource>();
  model?: LanguageModel;

  private constructor(private readonly adapters: AdapterRegistry) {}

  static create(options: { adapters: AdapterRegistry }): ExtensionRegistry {
    return new ExtensionRegistry(options.adapters);
  }

  addAdapter(adapter: Adapter): void {
    this.adapters.add(adapter);
  }

  addOncallSource(source: OncallSource): void {
    if (this.oncallSources.has(source.name))
      throw new ConflictError(
        `There is an on-call source '${source.name}' already`,
      );
    this.oncallSources.set(source.name, source);
  }

  addChannel(channel: NotificationChannel): void {
    if (this.channels.has(channel.name))
      throw new ConflictError(`There is a channel '${channel.name}' already`);
    this.channels.set(channel.name, channel);
  }

  addLogSource(source: LogSource): void {
    if (this.logSources.has(source.name))
      throw new ConflictError(`There is a log source '${source.name}' already`);
    this.logSources.set(source.name, source);
  }

  setLanguageModel(model: LanguageModel): void {
    if (this.model)
      throw new ConflictError(
        `There is a model of '${this.model.vendor}' already`,
      );
    this.model = model;
  }
}
