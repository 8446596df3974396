/** Home widget, search result, catalog filter. */
export const places = {
  home: {
    none: 'No incident is open.',
    open_one: '{{count}} incident is open; the worst first:',
    open_other: '{{count}} incidents are open; the worst first:',
    all: 'All incidents',
  },
  search: { postmortem: 'Postmortem' },
  filter: {
    open: 'Has an open incident',
    most_one: 'Only {{count}} of the affected entities is looked for.',
    most_other: 'Only {{count}} of the affected entities are looked for.',
    failed:
      'Which entities have an open incident could not be read, so nothing is left out.',
  },
} as const;
