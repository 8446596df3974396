import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
} from '@ghostlight/reliability-node/testUtils';

/** What becomes of a request: nothing is done, it is done and not told, or something else is answered. */
export type Fault = 'cut' | 'lose' | VendorAnswer;

/** Whether it is no answer at all for as long as anybody waits. */
export function isSilent(fault: Fault): boolean {
  return typeof fault === 'object' && fault.delayMs !== undefined;
}

/** A loopback server with faults for the next questions and changes. */
export async function startJobsServer(
  route: (request: VendorRequest) => VendorAnswer,
) {
  const faults: Fault[] = [];
  const answers: Fault[] = [];
  const server = await startVendorServer(request => {
    const fault = (request.method === 'GET' ? answers : faults).shift();
    if (fault === 'cut') return { lose: true };
    if (typeof fault === 'object') return fault;
    const reply = route(request);
    return fault === 'lose' ? { lose: true } : reply;
  });
  return {
    ...server,
    /** For what changes something. */
    faults,
    /** For questions. */
    answers,
    get changes() {
      return server.asked.filter(({ method }) => method !== 'GET');
    },
  };
}
