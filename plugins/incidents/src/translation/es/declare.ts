export const declare = {
  'declare.open': 'Declarar incidente…',
  'declare.title': 'Declarar un incidente',
  'declare.what':
    'Se abre ahora un incidente de {{entities}}. Se avisa a quien está de guardia por su propietario.',
  'declare.whatUnknown':
    'Se abre ahora un incidente. Nombre una entidad afectada para que se avise a su propietario.',
  'declare.fromAlerts_one': 'Incluye {{count}} alerta.',
  'declare.fromAlerts_many': 'Incluye {{count}} de alertas.',
  'declare.fromAlerts_other': 'Incluye {{count}} alertas.',
  'declare.confirm': 'Declarar',
  'declare.titleLabel': 'Qué va mal',
  'declare.titlePlaceholder': 'payments: fallan los pagos con tarjeta',
  'declare.SEV1':
    'la mayoría de los usuarios no puede usarlo, o hay datos en riesgo',
  'declare.SEV2': 'afecta a muchos usuarios',
  'declare.SEV3': 'afecta a algunos usuarios, o va a empeorar',
  'declare.SEV4': 'una molestia que se puede sortear',
  'declare.entities': 'Entidades afectadas',
  'declare.entitiesPlaceholder': 'Ninguna conocida',
  'declare.summary': 'Qué se sabe hasta ahora',
  'declare.summaryHint': 'Markdown. Se puede completar después.',
  'declare.whoMay':
    'Quién puede declarar: quien tenga el permiso {{permission}}.',
};
