import { randomBytes } from 'node:crypto';
import type { PodGroup } from '../fleet/PodGroup';
import { serviceNames, type ServiceName } from '../fleet/services';
import { versionEffects, type Version } from '../fleet/versions';
import {
  everything,
  KubernetesApi,
  type KubeObject,
  type ServiceEndpoints,
} from '../kubernetes';
import { deploymentOf, imageOf, namespace, serviceOf } from './deploymentOf';

/** Milliseconds that a pod takes to start, so that a roll-out can be watched. */
const podStartMs = 700;

/** The Kubernetes that the fleet runs on: the pods behind its Services are what the services run. */
export class Platform {
  private readonly built = new Map<string, Date>();

  private constructor(
    private readonly api: KubernetesApi,
    /** Of a service account that may do everything in the fleet's namespace. */
    readonly token: string,
  ) {}

  /** Resolves when every service has a pod that is ready. */
  static async start(options: {
    port: number;
    /** Called when other pods than before answer for a service. */
    onPods(service: ServiceName, pods: PodGroup[]): void;
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
    const waiting = new Set<ServiceName>(serviceNames);
    const up = new Promise<void>(resolve => {
      api.onEndpoints(({ service: found, pods, ...where }) => {
        const service = serviceNames.find(name => name === found);
        if (!service || where.namespace !== namespace) return;
        options.onPods(service, groupsOf(pods));
        if (pods.length && waiting.delete(service) && !waiting.size) resolve();
      });
    });
    for (const service of serviceNames) {
      platform.deploy(service, 'good');
      api.seed([serviceOf(service)], 'pipeline');
    }
    await up;
    return platform;
  }

  get url(): string {
    return this.api.url;
  }

  /** Ships a version as a pipeline does; resolves when it is rolled out. */
  async ship(service: ServiceName, version: Version): Promise<void> {
    const { release } = versionEffects[version];
    const done = new Promise<void>(resolve => {
      const stop = this.api.onRolledOut(({ deployment, tag }) => {
        if (deployment !== service || tag !== release) return;
        stop();
        resolve();
      });
    });
    const isNews = this.imageOf(service) !== imageOf(service, release);
    this.deploy(service, version);
    if (isNews) await done;
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  private imageOf(service: ServiceName): string | undefined {
    const deployment = this.api.object<
      KubeObject & {
        spec: { template: { spec: { containers: { image: string }[] } } };
      }
    >('Deployment', namespace, service);
    return deployment?.spec.template.spec.containers[0].image;
  }

  /** The same release is the same build, whenever it is shipped. */
  private deploy(service: ServiceName, version: Version): void {
    const key = `${service}@${version}`;
    const builtAt = this.built.get(key) ?? new Date();
    this.built.set(key, builtAt);
    this.api.seed([deploymentOf(service, version, builtAt)], 'pipeline');
  }
}

/** Pods by the label `track` that a rollout puts on those of a new version, and by release. */
function groupsOf(pods: ServiceEndpoints['pods']): PodGroup[] {
  const groups = new Map<string, PodGroup>();
  for (const { tag, labels } of pods) {
    const { track = '' } = labels;
    const key = `${track}/${tag}`;
    const ready = (groups.get(key)?.ready ?? 0) + 1;
    groups.set(key, { track, release: tag, ready });
  }
  return [...groups.values()];
}
