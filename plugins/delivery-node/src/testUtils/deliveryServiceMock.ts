import { createServiceMock } from '@backstage/backend-test-utils';
import { deliveryServiceRef } from '@ghostlight/plugin-delivery-node';

/**
 * A `DeliveryService` of mock functions; its `.factory` goes into `startTestBackend`.
 *
 * @public
 */
export const deliveryServiceMock = createServiceMock(
  deliveryServiceRef,
  () => ({
    readFeed: jest.fn(),
    listDeployments: jest.fn(),
    getGate: jest.fn(),
    planRollback: jest.fn(),
    requestRollback: jest.fn(),
    getRollback: jest.fn(),
  }),
);
