/** De dónde vienen los cambios, y qué actúa. */
export const sources = {
  'sources.headFailing_one': '{{count}} fuente falla: {{names}}.',
  'sources.headFailing_many': '{{count}} de fuentes fallan: {{names}}.',
  'sources.headFailing_other': '{{count}} fuentes fallan: {{names}}.',
  'sources.headCalm': 'No falla ninguna fuente.',
  'sources.headCount_one': 'En las últimas 24 horas llegó {{count}} aviso.',
  'sources.headCount_many':
    'En las últimas 24 horas llegaron {{count}} de avisos.',
  'sources.headCount_other':
    'En las últimas 24 horas llegaron {{count}} avisos.',
  'sources.kind_source': 'Plataformas vigiladas',
  'sources.kind_adapter': 'Emisores',
  'sources.kind_driver': 'Controladores, que actúan',
  'sources.kind_metrics': 'Fuentes de métricas',
  'sources.hint_source':
    'Una réplica vigila cada una, y releva a otra cuando muere.',
  'sources.hint_adapter':
    'Cada uno tiene una dirección a la que enviar, con un token de acceso externo o la firma del proveedor.',
  'sources.hint_driver':
    'Deshacen y publican versiones cuando alguien lo pide o una política lo dice.',
  'sources.hint_metrics':
    'Las vigilancias y los lanzamientos leen de ellas si los usuarios están bien.',
  'sources.none_source':
    'No se vigila ninguna plataforma. Instale un módulo, como el de Kubernetes, y configúrelo.',
  'sources.none_adapter': 'Nada puede enviar aquí.',
  'sources.none_driver':
    'No hay ningún controlador instalado, así que no se puede planificar ninguna reversión.',
  'sources.none_metrics':
    'No hay ninguna fuente de métricas instalada, así que una vigilancia no ve lo que ven los usuarios.',
  'sources.name': 'Nombre',
  'sources.state': 'Estado',
  'sources.lastAt': 'Visto por última vez',
  'sources.never': 'nunca',
  'sources.count': 'En 24 h',
  'sources.connect': 'Cómo conectar',
  'sources.address': 'Dirección para {{name}}',
  'sources.installed': 'Instalado',
  'sources.ci': 'Cualquier otro pipeline',
  'sources.ciHint':
    'Basta esta única orden al final de un despliegue. El token es un token de acceso externo del portal.',
  'sources.step': 'Paso de un pipeline',
  'sources.none': 'No hay nada instalado que pueda contar cambios.',
  'sources.noneNext':
    'Añada al backend el módulo de una plataforma, o envíe con este paso:',
};
