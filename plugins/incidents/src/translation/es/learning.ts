export const learning = {
  'learning.title': 'Aprendizaje',
  'learning.headline_one':
    'En los últimos {{days}} días empezó {{count}} incidente.',
  'learning.headline_many':
    'En los últimos {{days}} días empezaron {{count}} de incidentes.',
  'learning.headline_other':
    'En los últimos {{days}} días empezaron {{count}} incidentes.',
  'learning.headMedian':
    'La mitad de los resueltos duró {{median}} como máximo (intervalo del 95 %: de {{low}} a {{high}}).',
  'learning.headNotEnough':
    'No hay datos suficientes para una mediana del tiempo de resolución: {{n}} de {{enough}}.',
  'learning.head_better': 'Es mejor que en el periodo anterior ({{previous}}).',
  'learning.head_worse': 'Es peor que en el periodo anterior ({{previous}}).',
  'learning.head_same':
    'No hay un cambio claro frente al periodo anterior ({{previous}}).',
  'learning.headImported_one':
    '{{count}} de ellos está importado de otra herramienta.',
  'learning.headImported_many':
    '{{count}} de ellos están importados de otra herramienta.',
  'learning.headImported_other':
    '{{count}} de ellos están importados de otra herramienta.',
  'learning.span': 'Empezaron',
  'learning.lastDays': 'últimos {{days}} días',
  'learning.imported': 'Incluir los importados',
  'learning.csv': 'CSV',
  'learning.csvLabel': 'Descargar como CSV los incidentes que cuentan',
  'learning.none':
    'En este periodo no empezó ningún incidente que cuente aquí.',
  'learning.noneHint': 'Elija un periodo más largo o menos filtros.',
  'learning.noneImport':
    'Elija un periodo más largo o menos filtros, incluya los importados o importe el pasado de otra herramienta.',
  'learning.definitions': 'Qué se mide y cómo',
  'learning.asOf': 'Contado',
  'learning.definition': 'Definición',
  'learning.phase_detect': 'Tiempo de detección',
  'learning.phase_acknowledge': 'Tiempo de acuse de recibo',
  'learning.phase_identify': 'Tiempo de identificación',
  'learning.phase_fix': 'Tiempo de corrección',
  'learning.phase_recover': 'Tiempo de recuperación',
  'learning.phase_resolve': 'Tiempo de resolución (MTTR)',
  'learning.phase_betweenFailures': 'Tiempo entre fallos (MTBF)',
  'learning.definition_detect':
    'Desde el primer síntoma hasta la primera alerta.',
  'learning.definition_acknowledge':
    'Desde la primera alerta hasta el primer acuse de recibo.',
  'learning.definition_identify':
    'Desde la primera alerta hasta que queda registrada la causa (estado «identificado»).',
  'learning.definition_fix':
    'Desde «identificado» hasta que se aplica la mitigación.',
  'learning.definition_recover':
    'Desde la mitigación hasta que todas las entidades afectadas están sanas.',
  'learning.definition_resolve':
    'Desde el comienzo (primer síntoma) hasta la resolución.',
  'learning.definition_betweenFailures':
    'Desde el final de un incidente hasta el comienzo del siguiente de la misma entidad. Los incidentes que se solapan son un solo fallo.',
  'learning.counts':
    'Los incidentes unidos a otro y los borrados no cuentan. Uno reabierto continúa: está resuelto cuando se resuelve por última vez. Los importados van marcados y se dejan fuera si no se incluyen.',
  'learning.whyMedian':
    'Las medias engañan cuando unos pocos duran muchísimo; por eso aquí está la mediana con su intervalo del 95 % (estadísticos de orden) y el percentil 90. Con menos de 10 valores no hay tal número. La tendencia compara con el periodo anterior de igual duración (prueba de suma de rangos, 5 %).',
  'learning.distribution': 'Distribución',
  'learning.histogram': '{{name}}, incidentes según su duración. {{bins}}',
  'learning.bin': 'de {{from}} a {{to}}',
  'learning.took': 'Duró',
  'learning.legendMedian': 'mediana, con su intervalo del 95 %',
  'learning.n': 'n',
  'learning.median': 'Mediana',
  'learning.interval': '(de {{low}} a {{high}})',
  'learning.p90': 'El 90 % en',
  'learning.notEnough': 'No hay datos suficientes: {{n}} de {{enough}}.',
  'learning.noValue': 'Ningún incidente del periodo tiene los dos extremos.',
  'learning.values': 'Los valores sueltos: {{values}}.',
  'learning.trendUnknown':
    'Sin tendencia: los {{days}} días anteriores tuvieron {{n}}, o ahora hay muy pocos.',
  'learning.trend_better': 'Mejor',
  'learning.trend_worse': 'Peor',
  'learning.trend_same': 'Sin cambio claro',
  'learning.trendThan':
    'frente a los {{days}} días anteriores: mediana {{median}} (n {{n}}).',
  'learning.course': 'Evolución',
  'learning.perPeriod': 'Incidentes según cuándo empezaron',
  'learning.period': 'Periodo',
  'learning.incidents': 'Incidentes',
  'learning.medianResolve': 'Mediana del tiempo de resolución',
  'learning.courseDrawing_one':
    '{{count}} incidente en {{periods}} periodos, como máximo {{most}} en uno.',
  'learning.courseDrawing_many':
    '{{count}} de incidentes en {{periods}} periodos, como máximo {{most}} en uno.',
  'learning.courseDrawing_other':
    '{{count}} incidentes en {{periods}} periodos, como máximo {{most}} en uno.',
  'learning.noise': 'Ruido',
  'learning.noReports': 'En el periodo no se comunicó ninguna alerta.',
  'learning.cut_one':
    'El {{cut}} de {{number}} comunicación no creó un incidente propio.',
  'learning.cut_many':
    'El {{cut}} de {{number}} de comunicaciones no creó un incidente propio.',
  'learning.cut_other':
    'El {{cut}} de {{number}} comunicaciones no creó un incidente propio.',
  'learning.alertsPerIncident':
    'Un incidente contiene {{number}} alertas de media.',
  'learning.reports': 'Comunicadas por remitentes',
  'learning.alerts': 'Alertas sin duplicados',
  'learning.suppressed': 'De ellas, acalladas',
  'learning.inIncidents': 'De ellas, en incidentes',
  'learning.notifications': 'Notificaciones que sirvieron para algo',
  'learning.notNotified': 'Ningún incidente del periodo avisó a nadie.',
  'learning.actedOn_one':
    'El {{share}}: de {{count}} incidente que avisó a alguien, una persona hizo algo con {{acted}}.',
  'learning.actedOn_many':
    'El {{share}}: de {{count}} de incidentes que avisaron a alguien, una persona hizo algo con {{acted}}.',
  'learning.actedOn_other':
    'El {{share}}: de {{count}} incidentes que avisaron a alguien, una persona hizo algo con {{acted}}.',
  'learning.sent_one': 'Se envió {{count}} notificación.',
  'learning.sent_many': 'Se enviaron {{count}} de notificaciones.',
  'learning.sent_other': 'Se enviaron {{count}} notificaciones.',
  'learning.actedHint':
    'Hacer algo es acusar recibo, cambiar o escribir. Aquello de lo que nadie se ocupa podría dirigirse a otro sitio.',
  'learning.changeFailureRate': 'Tasa de fallos de los cambios',
  'learning.notYet': 'Todavía no se conoce.',
  'learning.elsewhere': 'Está en las páginas de entregas.',
  'learning.changeFailureRateHint':
    'La parte de los despliegues que llevó a un incidente o hubo que deshacer.',
};
