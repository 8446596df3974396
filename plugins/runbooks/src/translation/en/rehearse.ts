/** Asking for a rehearsal. */
export const rehearse = {
  rehearse: {
    ask: 'Rehearse',
    title: 'Rehearse “{{title}}”',
    what: 'Replays it against an incident that is over: whether it would have been found, would have acted, and users would have recovered. Nothing is changed.',
    confirm: 'Rehearse',
    incident: 'Past incident',
    choose: 'Choose one',
    other: 'Or another one, by its id',
    none: 'None of its incidents is over yet.',
    notListed: 'Past incidents cannot be listed: {{why}}',
  },
} as const;
