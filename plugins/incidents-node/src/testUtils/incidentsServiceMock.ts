import { createServiceMock } from '@backstage/backend-test-utils';
import { incidentsServiceRef } from '@ghostlight/plugin-incidents-node';

/**
 * An `IncidentsService` of mock functions; its `.factory` goes into `startTestBackend`.
 *
 * @public
 */
export const incidentsServiceMock = createServiceMock(
  incidentsServiceRef,
  () => ({
    listIncidents: jest.fn(),
    getIncident: jest.fn(),
    listAlerts: jest.fn(),
    getPostmortem: jest.fn(),
    listDocuments: jest.fn(),
    getOncall: jest.fn(),
    listFindings: jest.fn(),
    addNote: jest.fn(),
    listChannels: jest.fn(),
    sendMessage: jest.fn(),
  }),
);
