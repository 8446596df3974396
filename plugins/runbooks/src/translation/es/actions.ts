/** Lo que puede hacer un paso. */
export const actions = {
  'actions.total_one': '{{count}} acción instalada.',
  'actions.total_many': '{{count}} de acciones instaladas.',
  'actions.total_other': '{{count}} acciones instaladas.',
  'actions.off_one': '{{count}} está apagada.',
  'actions.off_many': '{{count}} están apagadas.',
  'actions.off_other': '{{count}} están apagadas.',
  'actions.none': 'No hay ninguna acción instalada.',
  'actions.noneNext':
    'Añada un módulo al backend, como @ghostlight/plugin-runbooks-backend-module-kubernetes.',
  'actions.noMatch': 'No queda ninguna acción con esta búsqueda.',
  'actions.searchHint': 'Nombre o id',
  'actions.enabled': 'Encendida',
  'actions.disabled': 'Apagada',
  'actions.dryRun': 'Una simulación pregunta al propio destino.',
  'actions.noDryRun': 'Una simulación solo mira.',
  'actions.changes': 'Cambia:',
  'actions.reads': 'Lee:',
  'actions.inputs_one': '{{count}} dato',
  'actions.inputs_many': '{{count}} de datos',
  'actions.inputs_other': '{{count}} datos',
  'actions.inputsOf': 'Datos de {{id}}',
};
