import type { ActionCall } from '@ghostlight/plugin-runbooks-node';
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
} from '@ghostlight/reliability-node/testUtils';

export const actionId = '0b6b4c1e-5f0d-4f6a-9a53-3f6f0e2f9d10';

/** What an action is given, with what it said. */
export function callOf(more: Partial<ActionCall> = {}) {
  const said: string[] = [];
  const call: ActionCall = {
    environment: 'production',
    requestedBy: 'user:default/ines',
    incidentId: 'INC-0042',
    signal: new AbortController().signal,
    actionId,
    output: text => void said.push(text),
    ...more,
  };
  return Object.assign(call, { said });
}

/** What becomes of a request: nothing is done, it is done and not told, or something else is answered. */
export type Fault = 'cut' | 'lose' | VendorAnswer;

/** Whether it is no answer at all for as long as anybody waits. */
export function isSilent(fault: Fault): boolean {
  return typeof fault === 'object' && fault.delayMs !== undefined;
}

/** A loopback receiver with faults for the next calls. */
export async function startReceiver(
  route: (request: VendorRequest) => VendorAnswer,
) {
  const faults: Fault[] = [];
  const server = await startVendorServer(request => {
    const fault = request.method === 'GET' ? undefined : faults.shift();
    if (fault === 'cut') return { lose: true };
    if (typeof fault === 'object') return fault;
    const reply = route(request);
    return fault === 'lose' ? { lose: true } : reply;
  });
  return {
    ...server,
    faults,
    get changes() {
      return server.asked.filter(({ method }) => method !== 'GET');
    },
  };
}
