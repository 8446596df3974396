import { randomBytes } from 'node:crypto';
import { serviceNames, type ServiceName } from '../fleet/services';
import type { Version } from '../fleet/versions';
import { everything, KubernetesApi } from '../kubernetes';
import { deploymentOf, versionOfTag } from './deploymentOf';

/** Milliseconds that a pod takes to start, so that a roll-out can be watched. */
const podStartMs = 700;

/** The Kubernetes that the fleet runs on: what its Deployments say is what the services run. */
export class Platform {
  private readonly built = new Map<string, Date>();
  private readonly running = new Map<ServiceName, Version>();

  private constructor(
    private readonly api: KubernetesApi,
    /** Of a service account that may do everything in the fleet's namespace. */
    readonly token: string,
  ) {}

  static async start(options: {
    port: number;
    /** Called when most of a service's pods are of another version. */
    onVersion(service: ServiceName, version: Version): void;
  }): Promise<Platform> {
    const token = randomBytes(24).toString('hex');
    const api = await KubernetesApi.start({
      port: options.port,
      podStartMs,
      tokens: {
        [token]: {
          user: 'system:serviceaccount:ghostlight:ghostlight',
          rules: everything,
        },
      },
    });
    const platform = new Platform(api, token);
    for (const service of serviceNames) platform.deploy(service, 'good');
    api.onRunning(({ deployment, images }) => {
      const service = serviceNames.find(name => name === deployment);
      const version = images.length ? versionOfTag(images[0].tag) : undefined;
      if (!service || !version) return;
      platform.running.set(service, version);
      options.onVersion(service, version);
    });
    return platform;
  }

  get url(): string {
    return this.api.url;
  }

  /** Ships a version as a pipeline does; resolves when it is rolled out. */
  async ship(service: ServiceName, version: Version): Promise<void> {
    const done = new Promise<void>(resolve => {
      const stop = this.api.onRolledOut(({ deployment, tag }) => {
        if (deployment !== service || versionOfTag(tag) !== version) return;
        stop();
        resolve();
      });
    });
    const isNews = this.running.get(service) !== version;
    this.deploy(service, version);
    if (isNews) await done;
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  /** The same release is the same build, whenever it is shipped. */
  private deploy(service: ServiceName, version: Version): void {
    const key = `${service}@${version}`;
    const builtAt = this.built.get(key) ?? new Date();
    this.built.set(key, builtAt);
    this.api.seed([deploymentOf(service, version, builtAt)], 'pipeline');
  }
}
