import type { Pod } from '../objects';
import { builtInResource } from '../resources';
import type { Store } from '../storage/Store';
import { isReady, tagOf } from './ReplicaSetController';

/** What answers at a Service. */
export interface ServiceEndpoints {
  namespace: string;
  service: string;
  /** Its ready pods by name; the image is that of the first container. */
  pods: {
    name: string;
    image: string;
    tag: string;
    labels: { [name: string]: string };
  }[];
}

const services = builtInResource('services');
const pods = builtInResource('pods');

/** Finds the ready pods that a Service selects, and tells when they change. */
export class Endpoints {
  private readonly known = new Map<string, string>();
  private readonly listeners = new Set<(found: ServiceEndpoints) => void>();
  private stale = true;

  private constructor(private readonly store: Store) {
    store.onEvent(({ resource }) => {
      if (resource === services || resource === pods) this.stale = true;
    });
  }

  static create(options: { store: Store }): Endpoints {
    return new Endpoints(options.store);
  }

  onChange(listener: (found: ServiceEndpoints) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Looks what is different, if anything can be. */
  look() {
    if (!this.stale) return;
    this.stale = false;
    const ready = (this.store.list(pods) as Pod[]).filter(isReady);
    const gone = new Set(this.known.keys());
    for (const { metadata, spec } of this.store.list(services)) {
      const { namespace = '', name } = metadata;
      const selector = Object.entries(spec?.selector ?? {});
      gone.delete(`${namespace}/${name}`);
      this.tell({
        namespace,
        service: name,
        // Without a selector somebody else says where it leads.
        pods: selector.length
          ? ready
              .filter(
                pod =>
                  pod.metadata.namespace === namespace &&
                  selector.every(
                    ([label, value]) => pod.metadata.labels?.[label] === value,
                  ),
              )
              .map(endpointOf)
          : [],
      });
    }
    for (const key of gone) {
      const [namespace, service] = key.split('/');
      this.tell({ namespace, service, pods: [] });
      this.known.delete(key);
    }
  }

  private tell(found: ServiceEndpoints) {
    const key = `${found.namespace}/${found.service}`;
    const state = JSON.stringify(found.pods);
    if (this.known.get(key) === state) return;
    this.known.set(key, state);
    for (const listener of this.listeners) listener(found);
  }
}

function endpointOf({ metadata, spec }: Pod): ServiceEndpoints['pods'][number] {
  const { image } = spec.containers[0];
  const { name, labels = {} } = metadata;
  return { name, image, tag: tagOf(image), labels };
}
