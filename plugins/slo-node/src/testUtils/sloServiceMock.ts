import { createServiceMock } from '@backstage/backend-test-utils';
import { sloServiceRef } from '@ghostlight/plugin-slo-node';

/**
 * A `SloService` of mock functions; its `.factory` goes into `startTestBackend`.
 *
 * @public
 */
export const sloServiceMock = createServiceMock(sloServiceRef, () => ({
  listObjectives: jest.fn(),
  getObjective: jest.fn(),
  getGate: jest.fn(),
  listAlerts: jest.fn(),
  measure: jest.fn(),
  getSeries: jest.fn(),
  getSignals: jest.fn(),
  getSpent: jest.fn(),
  addCorrection: jest.fn(),
  listCorrections: jest.fn(),
}));
