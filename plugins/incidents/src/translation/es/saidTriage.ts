import { saidUnavailable } from './saidUnavailable';

export const saidTriage = {
  ...saidUnavailable,
  'said.triage.summary.noFault':
    'Nada difiere de lo anterior más de lo habitual.',
  'said.triage.summary.nothing':
    'No hay nada registrado que pueda decir por qué: ni alertas, ni cambios, ni registros, ni mediciones.',
  'said.triage.summary.inconclusive':
    'Lo registrado no dice por qué; lo más probable es {{entity}}: {{cause}}.',
  'said.triage.summary.two':
    'Puede que hayan fallado dos cosas: {{entity}} ({{cause}}) y {{other}} ({{otherCause}}).',
  'said.triage.summary.two+explained':
    'Puede que hayan fallado dos cosas: {{entity}} ({{cause}}), que explica {{explained}}; y {{other}} ({{otherCause}}).',
  'said.triage.summary.two+otherExplained':
    'Puede que hayan fallado dos cosas: {{entity}} ({{cause}}); y {{other}} ({{otherCause}}), que explica {{otherExplained}}.',
  'said.triage.summary.two+both':
    'Puede que hayan fallado dos cosas: {{entity}} ({{cause}}), que explica {{explained}}; y {{other}} ({{otherCause}}), que explica {{otherExplained}}.',
  'said.triage.summary.identified': 'La causa está en {{entity}}: {{cause}}.',
  'said.triage.summary.probable':
    'La causa está probablemente en {{entity}}: {{cause}}.',
  'said.triage.cause.config':
    '«{{title}}», un ajuste {{minutes}} min antes de que empezara',
  'said.triage.cause.config+entity':
    '«{{title}}», un ajuste de {{entity}} {{minutes}} min antes de que empezara',
  'said.triage.cause.change':
    '«{{title}}», un cambio {{minutes}} min antes de que empezara',
  'said.triage.cause.change+entity':
    '«{{title}}», un cambio de {{entity}} {{minutes}} min antes de que empezara',
  'said.triage.cause.gone': 'ya no se sabe nada de {{entity}}',
  'said.triage.cause.resourceRose':
    '{{metric}} de {{entity}} subió de {{from}} a {{to}}',
  'said.triage.cause.resourceFell':
    '{{metric}} de {{entity}} bajó de {{from}} a {{to}}',
  'said.triage.cause.itself':
    '{{entity}} va lento o falla, y nada de aquello de lo que depende lo explica',
  'said.triage.cause.named_one':
    'los errores de {{count}} servicio más nombran a {{entity}}',
  'said.triage.cause.named_many':
    'los errores de {{count}} de servicios más nombran a {{entity}}',
  'said.triage.cause.named_other':
    'los errores de {{count}} servicios más nombran a {{entity}}',
  'said.triage.cause.quiet_one':
    '{{count}} con problemas depende de {{entity}}, de lo que no se sabe nada',
  'said.triage.cause.quiet_many':
    '{{count}} con problemas dependen de {{entity}}, de lo que no se sabe nada',
  'said.triage.cause.quiet_other':
    '{{count}} con problemas dependen de {{entity}}, de lo que no se sabe nada',
  'said.triage.cause.possible': '{{entity}} tiene problemas',
  'said.triage.factor.resource': 'un recurso de {{entity}} tiene problemas',
  'said.triage.factor.resource+metric':
    'un recurso de {{entity}} tiene problemas: {{metric}}',
  'said.triage.factor.symptom':
    '{{entity}} va lento o falla, y aquello de lo que depende no lo explica',
  'said.triage.factor.loudness':
    '{{entity}} difiere de lo anterior más que la mayoría',
  'said.triage.factor.coverage_one':
    '{{count}} con problemas depende de {{entity}}',
  'said.triage.factor.coverage_many':
    '{{count}} con problemas dependen de {{entity}}',
  'said.triage.factor.coverage_other':
    '{{count}} con problemas dependen de {{entity}}',
  'said.triage.factor.walk':
    'al seguir los problemas por las dependencias se acaba en {{entity}}',
  'said.triage.factor.early': '{{entity}} estuvo entre los primeros',
  'said.triage.factor.change':
    '{{entity}} cambió {{minutes}} min antes de que empezara',
  'said.triage.factor.changed':
    '{{entity}} cambió {{minutes}} min antes de que empezara y tiene problemas, o los tiene quien depende de ello',
  'said.triage.factor.logs': '{{entity}} registra errores que antes no había',
  'said.triage.factor.mentioned': 'los errores de otros nombran a {{entity}}',
  'said.triage.factor.history':
    '{{entity}} fue el origen de incidentes parecidos',
  'said.triage.factor.specific':
    'de los {{of}} que dependen de {{entity}}, la mayoría tiene problemas',
  'said.triage.factor.alerted': '{{entity}} tiene alertas propias',
  'said.triage.factor.drop': '{{entity}} hace menos que antes',
  'said.triage.factor.hidden':
    'nada se mide de {{entity}}, y nada más explica lo de quienes lo llaman',
  'said.triage.factor.measured':
    '{{name}} de {{entity}}, como en las causas de incidentes anteriores',
  'said.triage.missing.alerts': 'No hay alertas.',
  'said.triage.missing.alerts+left':
    'No se miran {{left}} clases de alertas: solo las {{kept}} que más dicen.',
  'said.triage.missing.metrics': 'No hay métricas.',
  'said.triage.missing.dependencies':
    'No hay dependencias, así que no se sigue nada del síntoma a la causa.',
  'said.triage.missing.changes': 'No hay cambios.',
  'said.triage.missing.logs': 'No hay líneas de registro.',
  'said.triage.missing.past_one':
    '{{count}} de {{of}} series tiene demasiado poco de antes del incidente.',
  'said.triage.missing.past_many':
    '{{count}} de {{of}} series tienen demasiado poco de antes del incidente.',
  'said.triage.missing.past_other':
    '{{count}} de {{of}} series tienen demasiado poco de antes del incidente.',
  'said.triage.missing.absent':
    'Falta: {{part}}. Lo que sabe de ello no forma parte de este portal.',
  'said.triage.missing.failed': 'Falta: {{part}}. {{why}}',
  'said.triage.missing.logsUnknown':
    'Sin líneas de registro: ninguna fuente sabe dónde están las de lo afectado.',
  'said.triage.missing.logsCut':
    'De los registros de {{entity}} en {{source}} solo se leyeron {{lines}} líneas.',
  'said.triage.missing.logsFailed':
    'Sin líneas de registro de {{entity}} de {{source}}: {{why}}',
  'said.triage.missing.measured':
    'Sin métricas: nada de lo afectado se midió entonces.',
  'said.triage.missing.burn':
    'Sin ritmos de gasto: el incidente ha terminado, y los de ahora no dicen nada de él.',
  'said.triage.evidence.alert': '{{rule}} ({{severity}}) en {{entity}}',
  'said.triage.evidence.alert+count':
    '{{rule}} ({{severity}}) en {{entity}}, ×{{count}}',
  'said.triage.evidence.burn':
    '{{objective}} gasta su presupuesto {{rate}} veces más deprisa de lo debido',
  'said.triage.evidence.change':
    '{{kind}}, {{minutes}} min antes de que empezara: {{title}}',
  'said.triage.evidence.change+entity':
    '{{kind}} de {{entity}}, {{minutes}} min antes de que empezara: {{title}}',
  'said.triage.evidence.changeAfter':
    '{{kind}}, {{minutes}} min después de que empezara: {{title}}',
  'said.triage.evidence.changeAfter+entity':
    '{{kind}} de {{entity}}, {{minutes}} min después de que empezara: {{title}}',
  'said.triage.evidence.log_one': '{{entity}} registra esto {{count}} vez',
  'said.triage.evidence.log_many':
    '{{entity}} registra esto {{count}} de veces',
  'said.triage.evidence.log_other': '{{entity}} registra esto {{count}} veces',
  'said.triage.evidence.logNew_one':
    '{{entity}} registra lo que antes no, {{count}} vez',
  'said.triage.evidence.logNew_many':
    '{{entity}} registra lo que antes no, {{count}} de veces',
  'said.triage.evidence.logNew_other':
    '{{entity}} registra lo que antes no, {{count}} veces',
  'said.triage.evidence.logMore_one':
    '{{entity}} registra esto {{count}} vez, {{before}} en el mismo tiempo de antes',
  'said.triage.evidence.logMore_many':
    '{{entity}} registra esto {{count}} de veces, {{before}} en el mismo tiempo de antes',
  'said.triage.evidence.logMore_other':
    '{{entity}} registra esto {{count}} veces, {{before}} en el mismo tiempo de antes',
  'said.triage.evidence.metricGone':
    '{{metric}} de {{entity}} ya no se comunica',
  'said.triage.evidence.metricRose':
    '{{metric}} de {{entity}} subió de {{from}} a {{to}}',
  'said.triage.evidence.metricFell':
    '{{metric}} de {{entity}} bajó de {{from}} a {{to}}',
  'said.triage.evidence.owner': '{{entity}} es de {{owner}}',
  'said.triage.evidence.oncall': '{{owner}} responde de {{entity}}',
  'said.triage.evidence.runbook': 'Hay un runbook: {{title}}',
  'said.triage.evidence.similar': '{{incident}} se parecía',
  'said.triage.evidence.similarOrigin':
    '{{incident}} se parecía; su causa estaba en {{entity}}',
  'said.triage.evidence.topology': '{{from}} depende de {{to}}',
  'said.triage.evidence.topology+hops':
    '{{from}} depende de {{to}}, pasos entre ambos: {{hops}}',
  'said.triage.confidence.types':
    'Registros a favor: {{records}}, de {{types}} clases.',
  'said.triage.confidence.orders':
    'Los registros que dan órdenes a quien los lee no cuentan: {{records}}.',
  'said.triage.confidence.contradicted': 'Registros en contra: {{records}}.',
  'said.triage.confidence.inferred':
    'Ningún registro sostiene una afirmación a su favor; es una inferencia.',
  'said.triage.confidence.agrees':
    'El orden de arriba tiene lo mismo en el lugar {{place}} ({{suspect}}).',
  'said.triage.confidence.alone': 'El orden de arriba no lo nombra.',
  'said.triage.dropped.unknown-record':
    'Nombra {{found}}, que aquí no es ningún registro.',
  'said.triage.dropped.no-record':
    'No queda ningún registro de los que nombra.',
  'said.triage.dropped.unknown-entity':
    'Habla de {{found}}, que no está en el grafo.',
  'said.triage.dropped.number-not-held':
    'Ningún registro citado contiene {{found}}.',
  'said.triage.dropped.quote-not-held':
    'Ningún registro citado dice «{{found}}».',
  'said.triage.dropped.time-not-held':
    'Ningún registro citado es de {{found}}.',
  'said.triage.dropped.after-symptom': 'Es posterior al primer síntoma.',
  'said.triage.dropped.not-a-change': 'El registro {{found}} no es un cambio.',
  'said.triage.dropped.unknown-action':
    'La acción {{found}} no está instalada o está desactivada.',
  'said.triage.dropped.bad-parameters':
    'Los parámetros no se entienden: {{found}}.',
  'said.triage.dropped.unheld-parameter':
    'Ningún registro contiene el parámetro {{found}}.',
  'said.triage.dropped.not-suspected':
    'Nada hace sospechar de {{found}} ni de lo que está al lado.',
  'said.triage.dropped.ordered-by-record':
    'Lo pide un registro que da órdenes.',
  'said.triage.dropped.address': 'Contiene lo que puede ser una dirección.',
  'said.triage.dropped.markup': 'Contiene marcado.',
  'said.triage.dropped.unseen-characters': 'Contenía caracteres que nadie ve.',
  'said.triage.dropped.empty': 'No dice nada.',
  'said.triage.dropped.too-many': 'Más de los que se admiten.',
  'said.triage.dropped.repeated': 'Ya se había dicho.',
  'said.triage.dropped.no-claim':
    'No se sostiene ninguna afirmación a su favor.',
  'said.triage.dropped.verdict-not-held':
    'El veredicto {{found}} no se sostiene.',
  'said.triage.dropped.not-an-alert': 'El registro {{found}} no es una alerta.',
  'said.triage.dropped.contradicts': 'Está en ambos lados a la vez.',
  'said.triage.dropped.unknown-hypothesis':
    'No pertenece a ninguna hipótesis que quede.',
  'said.triage.ranker.few':
    'Se han cerrado demasiado pocos incidentes con causa confirmada para aprender de ellos.',
  'said.triage.ranker.learned':
    'Aprendido de incidentes cerrados ({{count}}): acierta a la primera en el {{top1}} % de los últimos; las reglas, en el {{untrained}} %.',
  'said.triage.ranker.notBetter':
    'Lo que enseñaron los incidentes cerrados ({{count}}) no es mejor: acierta a la primera en el {{top1}} % de los últimos; las reglas, en el {{untrained}} %.',
};
