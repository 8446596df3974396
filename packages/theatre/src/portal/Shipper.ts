import {
  createDeliveryClient,
  type DeliveryClient,
  type StrategySpec,
} from '@ghostlight/plugin-delivery-common';
import type { ServiceName } from '../fleet/services';
import { imageOf } from '../platform/deploymentOf';

/** How the portal ships. */
export const ways = ['canary', 'rolling'] as const;

export type Way = (typeof ways)[number];

/** What is on its way. */
export interface Shipped {
  release: string;
  /** Of the rollout. */
  id: string;
}

/** Of three pods these are one of four, two of four, and all. Whoever looks has little time. */
const strategies: Record<Way, StrategySpec> = {
  canary: {
    type: 'canary',
    steps: [
      { weight: 25, seconds: 60 },
      { weight: 50, seconds: 60 },
      { weight: 100, seconds: 30 },
    ],
  },
  rolling: { type: 'rolling', watchSeconds: 60 },
};

/** Has the portal ship releases, as a person or pipeline would. */
export class Shipper {
  private constructor(private readonly client: DeliveryClient) {}

  /** `url` is the backend's address; `token` a static external-access token of it. */
  static create(options: { url: string; token: string }): Shipper {
    return new Shipper(
      createDeliveryClient({
        baseUrl: `${options.url}/api/delivery`,
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: {
              ...Object.fromEntries(new Headers(init?.headers)),
              authorization: `Bearer ${options.token}`,
            },
          }),
      }),
    );
  }

  /** @throws ResponseError when the portal does not begin with it */
  async ship(
    service: ServiceName,
    release: string,
    way: Way,
  ): Promise<Shipped> {
    const { data } = await this.client.request('post', '/v1/rollouts', {
      body: {
        entityRef: `component:default/${service}`,
        image: imageOf(service, release),
        strategy: strategies[way],
        reason: 'Shipped from the theatre',
      },
    });
    return { release, id: data!.id };
  }
}

export function isWay(name: unknown): name is Way {
  return ways.some(known => known === name);
}
