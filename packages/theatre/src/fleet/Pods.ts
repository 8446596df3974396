import { Load } from './Load';
import type { PodGroup } from './PodGroup';
import type { Random } from './random';
import { usualPods, type ServiceSpec } from './services';
import {
  versionEffects,
  versionOfRelease,
  type Version,
  type VersionEffect,
} from './versions';

/** The pods of a leaking version hold at most this much, then fall over and start anew. */
const leakLimit = 48 * 1024 * 1024;

/** Shares of the limits that a pod needs when nobody asks anything of it. */
export const idle = { cpu: 0.12, memory: 0.34 };

/** CPU that is in use when as many requests are worked on as the capacity allows, in limits. */
const cpuWhenFull = 3;

/** Share of the limit that so many requests at once need, of as many as the capacity allows. */
export function cpuOf(working: number, capacity: number): number {
  return Math.min(1, idle.cpu + (cpuWhenFull * working) / capacity);
}

/** The pods of a service that run one release on one track: what they hold, and how busy they are. */
export class Pods {
  readonly version: Version;
  readonly effect: VersionEffect;
  readonly load = Load.create({ now: () => performance.now() / 1000 });
  /** Of `load` what is worked on: who waits for another service needs no CPU. */
  readonly work = Load.create({ now: () => performance.now() / 1000 });
  private leaked: Buffer[] = [];

  private constructor(
    private readonly spec: ServiceSpec,
    private group: PodGroup,
  ) {
    this.version = versionOfRelease(group.release);
    this.effect = versionEffects[this.version];
  }

  static create(spec: ServiceSpec, group: PodGroup): Pods {
    return new Pods(spec, group);
  }

  get state(): PodGroup {
    return this.group;
  }

  isOf({ track, release }: PodGroup): boolean {
    return this.group.track === track && this.group.release === release;
  }

  scale(ready: number) {
    this.group = { ...this.group, ready };
  }

  /** Keeps memory as a leak does. True when there is no more to have: all is dropped, as by a restart. */
  hold(random: Random): boolean {
    const { leak } = this.effect;
    if (!leak) return false;
    if (this.leakRatio >= 1) {
      this.leaked = [];
      return true;
    }
    this.leaked.push(Buffer.alloc(leak, 1));
    return this.leakRatio > 0.8 && random() < 0.3;
  }

  /** Of the memory that may leak. */
  get leakRatio(): number {
    const bytes = this.leaked.length * versionEffects.leaking.leak;
    return Math.min(1, bytes / (leakLimit * this.share));
  }

  get saturation(): number {
    const { capacity } = this.spec;
    return Math.min(
      1,
      Math.max(this.load.current / (capacity * this.share), this.leakRatio),
    );
  }

  /** Share of the limit. */
  get cpu(): number {
    return cpuOf(this.work.mean, this.spec.capacity * this.share);
  }

  /** Share of the limit. */
  get memory(): number {
    return idle.memory + (1 - idle.memory) * this.leakRatio;
  }

  private get share(): number {
    return Math.max(1, this.group.ready) / usualPods;
  }
}
