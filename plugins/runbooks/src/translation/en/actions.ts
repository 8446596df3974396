/** What a step may do. */
export const actions = {
  actions: {
    total_one: '{{count}} action is installed.',
    total_other: '{{count}} actions are installed.',
    off_one: '{{count}} is switched off.',
    off_other: '{{count}} are switched off.',
    none: 'No action is installed.',
    noneNext:
      'Add a module to the backend, such as @ghostlight/plugin-runbooks-backend-module-kubernetes.',
    noMatch: 'No action is left under this search.',
    searchHint: 'Name or id',
    enabled: 'Switched on',
    disabled: 'Switched off',
    dryRun: 'A dry run asks the far end itself.',
    noDryRun: 'A dry run looks only.',
    changes: 'Changes:',
    reads: 'Reads:',
    inputs_one: '{{count}} input',
    inputs_other: '{{count}} inputs',
    inputsOf: 'Inputs of {{id}}',
  },
} as const;
