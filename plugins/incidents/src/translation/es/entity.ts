export const entity = {
  'entity.open_one': '{{count}} abierto',
  'entity.open_many': '{{count}} de abiertos',
  'entity.open_other': '{{count}} abiertos',
  'entity.none': 'No hay ningún incidente abierto.',
  'entity.more_one': 'y {{count}} más',
  'entity.more_many': 'y {{count}} más',
  'entity.more_other': 'y {{count}} más',
  'entity.lastAlert': 'Última alerta:',
  'entity.noAlert': 'No le ha llegado ninguna alerta.',
  'entity.noAlertHint':
    'Las alertas encuentran su entidad por sus etiquetas, por reglas o por el nombre.',
  'entity.openTab': 'Abrir incidentes',
  'entity.oncall': 'De guardia:',
  'entity.next': 'siguiente desde {{time}}:',
  'entity.nobody':
    'Nadie está de guardia. Añada una rotación para su propietario, o conecte la herramienta que la tiene.',
  'entity.nobodyBecause': 'Nadie está de guardia: {{reason}}.',
  'entity.nobodyHint':
    'Añada un fichero de rotación para su propietario, o conecte PagerDuty, Opsgenie o Grafana en el backend.',
  'entity.oncallTitle': 'Guardia',
  'entity.level': 'Nivel {{level}}',
  'entity.until': 'hasta {{time}}',
  'entity.then': 'después',
  'entity.escalates': 'avisa al siguiente nivel tras {{time}}',
  'entity.source': 'Según',
  'entity.asOf': 'leído',
  'entity.sourceError':
    '{{name}} no ha respondido últimamente; se muestra lo que dijo antes:',
  'entity.noOwner': 'No tiene propietario en el catálogo.',
  'entity.owners_one': '{{count}} propietario',
  'entity.owners_many': 'Cadena de {{count}} de propietarios',
  'entity.owners_other': 'Cadena de {{count}} propietarios',
  'entity.sentence_one':
    '{{name}} tiene {{count}} incidente abierto: {{worst}}.',
  'entity.sentence_many':
    '{{name}} tiene {{count}} de incidentes abiertos; el peor es {{worst}}.',
  'entity.sentence_other':
    '{{name}} tiene {{count}} incidentes abiertos; el peor es {{worst}}.',
  'entity.onlyAlerts_one':
    '{{name}} no tiene incidentes abiertos; {{count}} de sus alertas está activa.',
  'entity.onlyAlerts_many':
    '{{name}} no tiene incidentes abiertos; {{count}} de sus alertas están activas.',
  'entity.onlyAlerts_other':
    '{{name}} no tiene incidentes abiertos; {{count}} de sus alertas están activas.',
  'entity.allWell':
    '{{name}} no tiene incidentes abiertos, y ninguna de sus alertas está activa.',
  'entity.openTitle': 'Incidentes abiertos',
  'entity.pastTitle': 'Incidentes anteriores',
  'entity.noPast': 'No tuvo ningún incidente antes.',
  'entity.alertsTitle': 'Alertas',
  'entity.changesTitle': 'Últimos cambios',
  'entity.noChanges': 'No se conoce ningún cambio.',
  'findings.title': 'Hallazgos de seguridad',
  'findings.none': 'Ningún escáner ha comunicado una debilidad suya.',
  'findings.noneHint':
    'Envíe los informes de Trivy, o cualquier documento SARIF o CycloneDX, con POST a {{address}} y un token de acceso externo. Encuentran la entidad como las alertas, y no avisan a nadie.',
  'findings.counts': 'Hallazgos por gravedad',
  'findings.finding': 'Hallazgo',
  'findings.package': 'Paquete',
  'findings.fixed': 'Corregido en',
  'findings.notFixed': 'sin corrección',
  'findings.since': 'Se conoce desde',
  'findings.severity_critical': 'Crítica',
  'findings.severity_high': 'Alta',
  'findings.severity_medium': 'Media',
  'findings.severity_low': 'Baja',
  'findings.severity_unknown': 'Desconocida',
};
