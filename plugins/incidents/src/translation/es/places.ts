export const places = {
  'home.none': 'No hay ningún incidente abierto.',
  'home.open_one': 'Hay {{count}} incidente abierto; primero el peor:',
  'home.open_many': 'Hay {{count}} de incidentes abiertos; primero el peor:',
  'home.open_other': 'Hay {{count}} incidentes abiertos; primero el peor:',
  'home.all': 'Todos los incidentes',
  'search.postmortem': 'Análisis posterior',
  'filter.most_one': 'Solo se busca {{count}} de las entidades afectadas.',
  'filter.most_many': 'Solo se buscan {{count}} de las entidades afectadas.',
  'filter.most_other': 'Solo se buscan {{count}} de las entidades afectadas.',
  'filter.open': 'Con un incidente abierto',
  'filter.failed':
    'No se pudo leer qué entidades tienen un incidente abierto, así que no se oculta ninguna.',
};
