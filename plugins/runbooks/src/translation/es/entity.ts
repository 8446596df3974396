/** La tarjeta y la pestaña de la entidad, la lista de runbooks, y lo que muestra la página de un incidente. */
export const entity = {
  'entity.sentenceRun': '«{{title}}» está en curso para {{name}}: {{id}}.',
  'entity.sentenceRuns_one': '{{count}} ejecución en curso para {{name}}.',
  'entity.sentenceRuns_many':
    '{{count}} de ejecuciones en curso para {{name}}.',
  'entity.sentenceRuns_other': '{{count}} ejecuciones en curso para {{name}}.',
  'entity.sentenceMatched_one':
    '{{count}} runbook es para lo que pasa ahora en {{name}}.',
  'entity.sentenceMatched_many':
    '{{count}} de runbooks son para lo que pasa ahora en {{name}}.',
  'entity.sentenceMatched_other':
    '{{count}} runbooks son para lo que pasa ahora en {{name}}.',
  'entity.sentenceQuiet_one':
    'No pasa nada en {{name}} que pida un runbook. Tiene {{count}}.',
  'entity.sentenceQuiet_many':
    'No pasa nada en {{name}} que pida un runbook. Tiene {{count}}.',
  'entity.sentenceQuiet_other':
    'No pasa nada en {{name}} que pida un runbook. Tiene {{count}}.',
  'entity.open': 'En curso',
  'entity.matched': 'Para lo que pasa ahora',
  'entity.matchedNone':
    'Ningún incidente abierto ni alerta activa pide uno de ellos.',
  'entity.all': 'Runbooks para {{name}}',
  'entity.pastRuns': 'Ejecuciones anteriores',
  'card.total_one': '{{count}} runbook en total',
  'card.total_many': '{{count}} de runbooks en total',
  'card.total_other': '{{count}} runbooks en total',
  'card.quiet': 'No hay nada en curso.',
  'card.moreRuns': 'Hay más ejecuciones en curso.',
  'card.matched': 'Para lo que pasa ahora:',
  'card.waiting_one': 'Se espera {{count}} aprobación.',
  'card.waiting_many': 'Se esperan {{count}} de aprobaciones.',
  'card.waiting_other': 'Se esperan {{count}} aprobaciones.',
  'card.waitingMany_one': 'Se espera más de {{count}} aprobación.',
  'card.waitingMany_many': 'Se esperan más de {{count}} de aprobaciones.',
  'card.waitingMany_other': 'Se esperan más de {{count}} aprobaciones.',
  'card.stale_one': 'Habría que ensayar {{count}}.',
  'card.stale_many': 'Habría que ensayar {{count}}.',
  'card.stale_other': 'Habría que ensayar {{count}}.',
  'card.openTab': 'Abrir runbooks',
  'org.total_one': '{{count}} runbook en total.',
  'org.total_many': '{{count}} de runbooks en total.',
  'org.total_other': '{{count}} runbooks en total.',
  'org.stale_one': 'Habría que ensayar {{count}} de los que se ven.',
  'org.stale_many': 'Habría que ensayar {{count}} de los que se ven.',
  'org.stale_other': 'Habría que ensayar {{count}} de los que se ven.',
  'org.broken_one':
    '{{count}} no se puede ejecutar: su documento tiene errores.',
  'org.broken_many':
    '{{count}} no se pueden ejecutar: sus documentos tienen errores.',
  'org.broken_other':
    '{{count}} no se pueden ejecutar: sus documentos tienen errores.',
  'org.staleOnly': 'Por ensayar',
  'org.searchHint': 'Título, alerta, acción',
  'org.noMatch': 'No queda ningún runbook con estos filtros.',
  'incident.title': 'Runbooks que pueden ayudar',
  'incident.none': 'Ningún runbook es para lo que pasa aquí.',
  'trigger.none': 'Nada lo pide por sí solo; se ejecuta a mano.',
  'trigger.never': 'nunca',
  'trigger.anyAlert': 'está activa cualquier alerta',
  'trigger.alert': 'está activa la alerta {{name}}',
  'trigger.labels': 'una alerta tiene {{labels}}',
  'trigger.slo': 'una alerta es del objetivo {{name}}',
  'trigger.burn_page': 'gasta tan deprisa que se llama a alguien',
  'trigger.burn_ticket': 'gasta despacio',
  'trigger.severities': 'el incidente es un {{list}}',
};
