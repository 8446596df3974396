/** Of rehearsals and simulations, which replay what is over. */
export const saidRehearsals = {
  'said.rehearsal.approval':
    'It asks first; the time until somebody approves comes on top.',
  'said.rehearsal.begun': 'Somebody begins it when it was seen.',
  'said.rehearsal.by-hand':
    'It has no actions: what its steps do is up to people.',
  'said.rehearsal.no-match': 'No trigger fits its alerts.',
  'said.rehearsal.not-for': 'It is not for {{entity}}.',
  'said.rehearsal.not-found':
    'Nobody would have found it: neither its triggers nor its services fit.',
  'said.rehearsal.not-known':
    'Nothing on record was like it: whether it would have helped, nobody knows.',
  'said.rehearsal.other-helped':
    'Something else helped then: {{id}}. Whether this would have, nobody knows.',
  'said.rehearsal.rolled-back':
    'It was rolled back ({{title}}), and users had recovered {{minutes}} min later.',
  'said.rehearsal.said.no':
    'It would have acted in {{id}}, and it would not have helped.',
  'said.rehearsal.said.no-act': 'It would have matched {{id}}, and not acted.',
  'said.rehearsal.said.no-match': 'It would not have been found in {{id}}.',
  'said.rehearsal.said.unknown':
    'It would have acted in {{id}}, and whether it would have helped, nobody knows.',
  'said.rehearsal.said.yes':
    'It would have acted in {{id}}, and users would have recovered.',
  'said.rehearsal.same-failed': '{{id}} did the same, and it did not help.',
  'said.rehearsal.same-helped':
    '{{id}} did the same, and users had recovered {{minutes}} min later.',
  'said.rehearsal.suggests':
    'It only suggests: a person would have had to act.',
  'said.simulation.said':
    'Incidents replayed: {{incidents}}. It would have acted in {{acted}} of them; users would have recovered in {{recovered}}, and of {{unknown}} nobody knows.',
} as const;
