export const saidUnavailable = {
  'said.triage.unavailable.no-model':
    'No hay ningún modelo instalado. Quien administra el portal puede añadir el módulo de Anthropic.',
  'said.triage.unavailable.no-key':
    'No hay ninguna clave configurada para el modelo. Quien administra el portal puede poner incidents.triage.anthropic.apiKey.',
  'said.triage.unavailable.resting':
    'El modelo falló varias veces seguidas y se le deja descansar un rato. Inténtelo dentro de unos minutos.',
  'said.triage.unavailable.rate-limited':
    'El proveedor del modelo no acepta más peticiones por ahora. Inténtelo dentro de un minuto.',
  'said.triage.unavailable.overloaded':
    'El proveedor del modelo está saturado. Inténtelo dentro de unos minutos.',
  'said.triage.unavailable.timeout':
    'El modelo no respondió a tiempo. Inténtelo otra vez.',
  'said.triage.unavailable.cut-off':
    'La respuesta del modelo se cortó. Inténtelo otra vez.',
  'said.triage.unavailable.unreachable':
    'No se pudo llegar al modelo. Quien administra el portal puede mirar su salida a la red.',
  'said.triage.unavailable.refused-by-vendor':
    'El proveedor del modelo rechazó la petición. Quien administra el portal puede revisar la clave y los ajustes.',
  'said.triage.unavailable.unexpected':
    'El modelo falló de una manera inesperada. El registro del servidor dice más.',
  'said.triage.unavailable.refused': 'El modelo se negó a responder.',
  'said.triage.unavailable.truncated':
    'La respuesta del modelo era más larga de lo permitido.',
  'said.triage.unavailable.unreadable':
    'No se pudo leer la respuesta del modelo. Inténtelo otra vez.',
  'said.triage.unavailable.nothing-held':
    'Nada de lo que dijo el modelo se sostuvo ante los registros.',
  'said.triage.unavailable.too-many-calls':
    'El modelo siguió consultando sin llegar a una respuesta.',
  'said.triage.unavailable.too-large':
    'Hay más pruebas de las que se pueden enviar de una vez.',
  'said.triage.unavailable.budget-run':
    'Costaría más de lo que puede costar un análisis. Los límites están en Triaje.',
  'said.triage.unavailable.budget-incident':
    'Lo que queda de lo que puede costar este incidente no alcanza. Los límites están en Triaje.',
  'said.triage.unavailable.budget-day':
    'Lo que queda de lo que puede costar un día no alcanza. Empieza de nuevo a medianoche UTC; los límites están en Triaje.',
  'said.triage.unavailable.busy':
    'Ya hay en curso tantos análisis como puede haber. Inténtelo dentro de un minuto.',
  'said.triage.unavailable.cancelled': 'Quien preguntó se fue.',
  'said.triage.unavailable.withheld':
    'Se apoya en registros de entidades que usted no puede ver. Pregunte de nuevo para tenerlo a partir de las que sí puede.',
  'said.triage.unavailable.died':
    'El servidor que preguntó terminó antes de que llegara la respuesta. Inténtelo otra vez.',
};
