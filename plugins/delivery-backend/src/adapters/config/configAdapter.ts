import type { ChangeAdapter } from '@ghostlight/plugin-delivery-node';
import { readCiChange } from '../ci/ciAdapter';
import { readEach } from '../shared';

/** Configuration that was changed outside of a deployment, in the form of `ci`; see the README. */
export const configAdapter: ChangeAdapter = {
  id: 'config',
  title: 'Configuration changes',
  contract: 'One object or a list of them, as in its README',
  read: ({ body, receivedAt }) =>
    readEach(body, item => [readCiChange(item, receivedAt, 'config')]),
};
