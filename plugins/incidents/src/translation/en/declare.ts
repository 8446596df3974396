/** Declaring an incident. */
export const declare = {
  declare: {
    open: 'Declare incident…',
    title: 'Declare an incident',
    what: 'This opens an incident of {{entities}} now. Whoever is on call for its owner is notified.',
    whatUnknown:
      'This opens an incident now. Name an affected entity, so that its owner is notified.',
    fromAlerts_one: 'It takes {{count}} alert into it.',
    fromAlerts_other: 'It takes {{count}} alerts into it.',
    confirm: 'Declare',
    titleLabel: 'What is wrong',
    titlePlaceholder: 'payments: card payments fail',
    SEV1: 'most users cannot use it, or data are at risk',
    SEV2: 'many users are affected',
    SEV3: 'some users are affected, or it will get worse',
    SEV4: 'a nuisance with a way around it',
    entities: 'Affected entities',
    entitiesPlaceholder: 'None known',
    summary: 'What is known so far',
    summaryHint: 'Markdown. It can be added to later.',
    whoMay: 'Who may declare: those with the permission {{permission}}.',
  },
} as const;
