/** Where changes come from, and what acts. */
export const sources = {
  sources: {
    headFailing_one: '{{count}} source fails: {{names}}.',
    headFailing_other: '{{count}} sources fail: {{names}}.',
    headCalm: 'No source fails.',
    headCount_one: '{{count}} report came in during the last 24 hours.',
    headCount_other: '{{count}} reports came in during the last 24 hours.',
    kind_source: 'Watched platforms',
    kind_adapter: 'Senders',
    kind_driver: 'Drivers, which act',
    kind_metrics: 'Sources of metrics',
    hint_source:
      'One replica watches each of them, and takes over when another dies.',
    hint_adapter:
      'Each has an address to send to, with an external-access token or the signature of the vendor.',
    hint_driver:
      'They undo and ship versions, when somebody has pressed or a policy says so.',
    hint_metrics: 'Watches and rollouts read from them whether users are well.',
    none_source:
      'No platform is watched. Install a module, such as that of Kubernetes, and configure it.',
    none_adapter: 'Nothing can send here.',
    none_driver: 'No driver is installed, so no rollback can be planned.',
    none_metrics:
      'No source of metrics is installed, so a watch cannot see what users see.',
    name: 'Name',
    state: 'State',
    lastAt: 'Last seen',
    never: 'never',
    count: 'In 24 h',
    connect: 'How to connect',
    address: 'Address for {{name}}',
    installed: 'Installed',
    ci: 'Any other pipeline',
    ciHint:
      'This one command at the end of a deployment is enough. The token is an external-access token of the portal.',
    step: 'Step of a pipeline',
    none: 'Nothing is installed that could tell of changes.',
    noneNext:
      'Add a module of a platform to the backend, or send with this step:',
  },
} as const;
