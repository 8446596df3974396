import { createExtensionDataRef } from '@backstage/frontend-plugin-api';
import { createContext, useContext, type ComponentType } from 'react';

/**
 * What another plugin offers among the next acts of an incident.
 *
 * @public
 */
export type IncidentHelp = ComponentType<{ incidentId: string }>;

/**
 * Given by an extension that is attached to the input `help` of `page:incidents`. It is found by its id,
 * `incidents.help`, so that no plugin has to import this one.
 *
 * @public
 */
export const incidentHelpDataRef = createExtensionDataRef<IncidentHelp>().with({
  id: 'incidents.help',
});

const HelpContext = createContext<readonly IncidentHelp[]>([]);

/** Puts what is offered where the page of an incident finds it. */
export const HelpProvider = HelpContext.Provider;

/** What is offered, in the order of the app's extensions. */
export function useHelp(): readonly IncidentHelp[] {
  return useContext(HelpContext);
}
