import { createServiceMock } from '@backstage/backend-test-utils';
import { runbooksServiceRef } from '@ghostlight/plugin-runbooks-node';

/**
 * A `RunbooksService` of mock functions; its `.factory` goes into `startTestBackend`.
 *
 * @public
 */
export const runbooksServiceMock = createServiceMock(
  runbooksServiceRef,
  () => ({
    listRunbooks: jest.fn(),
    getRunbook: jest.fn(),
    listSuggestions: jest.fn(),
    planExecution: jest.fn(),
    getExecution: jest.fn(),
    propose: jest.fn(),
    listDocuments: jest.fn(),
    listActions: jest.fn(),
  }),
);
