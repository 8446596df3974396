/** Lo que dice el servidor, por código. */
export const said = {
  'said.approval.needed': 'Tiene que estar de acuerdo otra persona: {{what}}.',
  'said.approvals.fail': '{{given}} de {{count}} aprobaciones.',
  'said.approvals.how':
    'Pida a un propietario de la entidad que apruebe esta versión.',
  'said.approvals.off': 'No se pide ninguna.',
  'said.approvals.pass': 'Aprobado por {{count}}.',
  'said.argo-rollouts.workload-ref':
    'El Rollout toma su plantilla de {{name}}, que es lo que hay que cambiar.',
  'said.budget.fail':
    'La política «{{policy}}» retiene las entregas: se ha gastado demasiado presupuesto de error.',
  'said.budget.how':
    'Espere a que se recupere el presupuesto, entregue un arreglo de lo que lo gasta o haga una excepción con un motivo.',
  'said.budget.pass': 'La política «{{policy}}» deja salir las entregas.',
  'said.budget.rollback':
    'Se permite revertir mientras se gasta el presupuesto.',
  'said.budget.warn': 'La política «{{policy}}» pide cuidado.',
  'said.dependencies.how':
    'Espere a que se recuperen, para poder distinguir un fallo de esta versión de los suyos.',
  'said.dependencies.none': 'El catálogo no conoce dependencias.',
  'said.dependencies.pass':
    'Ninguna de las {{count}} dependencias gasta su presupuesto.',
  'said.dependencies.warn': 'Gastan su presupuesto: {{names}}.',
  'said.dora.cut':
    'Solo se cuentan las últimas {{most}} entregas; pida un tiempo más corto.',
  'said.dora.definition.changeFailureRate':
    'Parte de los despliegues que fallaron, se revirtieron, causaron un incidente, gastaron presupuesto o no superaron su vigilancia.',
  'said.dora.definition.deploymentFrequency':
    'Despliegues con éxito por día. Las reversiones no cuentan.',
  'said.dora.definition.leadTime':
    'Desde el commit hasta que funciona en el entorno; la mediana. Solo despliegues cuya hora de commit se conoce.',
  'said.dora.definition.recoveryTime':
    'Desde que un despliegue fallido empezó a hacer daño hasta que se deshizo o se resolvió su incidente; la mediana.',
  'said.dora.definition.reworkRate':
    'Parte de las entregas que vinieron porque la anterior había fallado: reversiones y arreglos.',
  'said.dora.meets': 'Cumple el objetivo (n {{n}}).',
  'said.dora.misses': 'No cumple el objetivo (n {{n}}).',
  'said.dora.not-enough':
    'No hay datos suficientes: {{n}} contados, hacen falta {{needed}}.',
  'said.evaluation.fail':
    '{{suites}}: pasan menos del {{least}} % de los casos.',
  'said.evaluation.how':
    'Mire los casos que fallan; entregue una versión que pase.',
  'said.evaluation.how-missing':
    'Haga que el pipeline evalúe esta versión y envíe el resultado.',
  'said.evaluation.missing': 'Esta versión no se ha evaluado.',
  'said.evaluation.missing+suites': 'Sin evaluar por {{suites}}.',
  'said.evaluation.off': 'No se pide ninguna evaluación.',
  'said.evaluation.pass': 'Pasa al menos el {{least}} % de los casos.',
  'said.failure.failed': 'No llegó a salir',
  'said.failure.rollback': 'Se revirtió a {{version}}',
  'said.failure.rolledBack': 'Se revirtió',
  'said.findings.fail':
    'Hay abiertos {{critical}} hallazgos críticos y {{high}} altos; se dejan pasar {{mostCritical}} y {{mostHigh}}.',
  'said.findings.how':
    'Actualice lo que tenga versión corregida y vuelva a analizar, o haga una excepción con un motivo.',
  'said.findings.pass': '{{critical}} hallazgos críticos y {{high}} altos.',
  'said.findings.rollback': 'No se pregunta para revertir.',
  'said.freeze.fail': 'Congelado hasta {{until}}: {{title}}.',
  'said.freeze.how':
    'Espere hasta {{until}} o haga una excepción con un motivo.',
  'said.freeze.pass': 'No hay congelación.',
  'said.freeze.rollback': 'Se permite revertir durante «{{title}}».',
  'said.gate.not-installed': 'No forma parte de este portal.',
  'said.gate.release.allow': 'Sí: pasan todas las comprobaciones.',
  'said.gate.release.deny': 'No: {{checks}}.',
  'said.gate.release.overridden':
    '{{by}} lo dejó salir hasta {{until}} a pesar de {{checks}}: {{reason}}',
  'said.gate.release.warn': 'Sí, pero: {{checks}}.',
  'said.gate.rollback.allow': 'Sí: pasan todas las comprobaciones.',
  'said.gate.rollback.deny': 'No: {{checks}}.',
  'said.gate.rollback.overridden':
    '{{by}} lo permitió hasta {{until}} a pesar de {{checks}}: {{reason}}',
  'said.gate.rollback.warn': 'Sí, pero: {{checks}}.',
  'said.gate.unknown': 'No se pudo comprobar: {{why}}',
  'said.incidents.how':
    'Resuelva antes el incidente o entregue solo lo que lo resuelve.',
  'said.incidents.open': 'Abiertos: {{ids}}.',
  'said.incidents.pass': 'No hay ningún incidente abierto.',
  'said.kubernetes.already': '{{title}} ya tiene {{version}}.',
  'said.kubernetes.argo-rollouts':
    'Argo Rollouts gobierna {{title}} mediante el Rollout {{rollout}}: revierta ese.',
  'said.kubernetes.argocd':
    'Con autorreparación vuelve a poner la versión de Git en minutos; sin ella lo hace la próxima sincronización.',
  'said.kubernetes.autoscaler':
    'Mantiene entre {{min}} y {{max}} pods; no toca la versión.',
  'said.kubernetes.flagger':
    'Flagger toma el cambio por una versión nueva: la analiza antes de darle todo el tráfico.',
  'said.kubernetes.flux':
    'Su próxima reconciliación vuelve a poner la versión de Git.',
  'said.kubernetes.helm':
    'La próxima actualización vuelve a poner su propia versión.',
  'said.kubernetes.lasts':
    'Al momento, y no se conoce nada que lo fuera a deshacer.',
  'said.kubernetes.paused': '{{title}} está en pausa: reanúdelo antes.',
  'said.kubernetes.pipeline':
    'Su próxima ejecución vuelve a desplegar desde Git; la versión solo se queda si Git también lo dice.',
  'said.kubernetes.undone': 'Al momento, pero lo deshace: {{names}}.',
  'said.lane.unavailable': '{{driver}} no puede hacerlo ahora.',
  'said.lane.why': 'Según {{driver}}: {{why}}',
  'said.lanes.none':
    'Aún no se conoce ningún despliegue. Anote la entidad o haga que el pipeline informe de sus despliegues.',
  'said.may.nobody': 'Usted no tiene permiso para esto.',
  'said.may.owner': 'Solo {{owner}} puede hacer esto.',
  'said.may.requester':
    'Lo pidió usted; tiene que estar de acuerdo otra persona.',
  'said.rollback.cancelled': 'Cancelada.',
  'said.rollback.cancelling': 'Se detiene antes de su próximo efecto.',
  'said.rollback.dry-run':
    'La plataforma aceptaría volver a {{version}}. No se ha cambiado nada.',
  'said.rollback.failed': 'Se detuvo.',
  'said.rollback.failed+why': 'Se detuvo en «{{step}}»: {{why}}',
  'said.rollback.not-recovered':
    '{{version}} vuelve a funcionar, pero lo que ven los usuarios no se ha recuperado.',
  'said.rollback.not-recovered+why':
    '{{version}} vuelve a funcionar, pero lo que ven los usuarios no se ha recuperado: {{why}}',
  'said.rollback.rejected':
    'Nadie estuvo de acuerdo, así que no se cambió nada.',
  'said.rollback.running': 'Volviendo a {{version}}.',
  'said.rollback.running+step': 'Volviendo a {{version}}: {{step}}.',
  'said.rollback.succeeded':
    '{{version}} vuelve a funcionar y los usuarios se han recuperado.',
  'said.rollback.unknown':
    'No se puede saber si «{{step}}» se hizo, así que no se repite nada: mire la plataforma.',
  'said.rollback.unknown+why':
    'No se puede saber si «{{step}}» se hizo, así que no se repite nada: mire la plataforma. {{why}}',
  'said.rollback.verifying':
    '{{version}} vuelve a funcionar; se observa si los usuarios se recuperan.',
  'said.rollback.verifying+why':
    '{{version}} vuelve a funcionar; se observa si los usuarios se recuperan: {{why}}.',
  'said.rollback.waiting-approval':
    'Espera a otra persona antes de volver a {{version}}.',
  'said.rollout.aborting':
    '{{version}} se está retirando; vuelve {{previous}}.',
  'said.rollout.aborting+why':
    '{{version}} se está retirando; vuelve {{previous}}. {{why}}',
  'said.rollout.cancelled': '{{version}} no se entregó.',
  'said.rollout.cancelled+why': '{{version}} no se entregó. {{why}}',
  'said.rollout.control.failed':
    '{{version}}: {{text}} La plataforma no hizo {{action}}: {{why}}',
  'said.rollout.errors.littleTraffic':
    'Muy poco tráfico para decidir: falla el {{rate}} de {{n}} peticiones con la versión nueva; hacen falta unas {{more}} más.',
  'said.rollout.errors.littleTraffic+old':
    'Muy poco tráfico para decidir: falla el {{rate}} de {{n}} peticiones con la versión nueva y el {{baseline}} de {{baselineN}} con la anterior; hacen falta unas {{more}} más.',
  'said.rollout.errors.over':
    'Falla el {{rate}} de {{n}} peticiones con la versión nueva: más que el {{max}} permitido.',
  'said.rollout.errors.over+old':
    'Falla el {{rate}} de {{n}} peticiones con la versión nueva y el {{baseline}} de {{baselineN}} con la anterior: más que el {{max}} permitido.',
  'said.rollout.errors.pass':
    'Falla el {{rate}} de {{n}} peticiones con la versión nueva.',
  'said.rollout.errors.pass+old':
    'Falla el {{rate}} de {{n}} peticiones con la versión nueva y el {{baseline}} de {{baselineN}} con la anterior.',
  'said.rollout.errors.undecided':
    'Falla el {{rate}} de {{n}} peticiones con la versión nueva: ni tan bien ni tan mal como para decidir.',
  'said.rollout.errors.undecided+old':
    'Falla el {{rate}} de {{n}} peticiones con la versión nueva y el {{baseline}} de {{baselineN}} con la anterior: ni tan bien ni tan mal como para decidir.',
  'said.rollout.errors.worse':
    'Falla el {{rate}} de {{n}} peticiones con la versión nueva y el {{baseline}} de {{baselineN}} con la anterior: más de lo que explica el azar.',
  'said.rollout.external': 'Versión {{version}}: {{text}}',
  'said.rollout.failed': '{{version}} falló.',
  'said.rollout.failed+why': '{{version}} falló. {{why}}',
  'said.rollout.failed.back': '{{version}} no se pudo retirar: {{why}}',
  'said.rollout.gate.breaking':
    '{{title}}: {{value}}, el límite es {{limit}}; falla si eso dura {{for}}.',
  'said.rollout.gate.fail':
    '{{title}}: fuera de su límite de {{limit}} demasiado tiempo, al final {{value}}.',
  'said.rollout.gate.noData': 'Sin datos de: {{title}}.',
  'said.rollout.gate.noData+why': 'Sin datos de: {{title}} ({{why}}).',
  'said.rollout.gate.pass':
    '{{title}}: {{value}}, dentro de su límite de {{limit}} ({{n}} lecturas).',
  'said.rollout.objective.littleTraffic':
    'Muy poco tráfico para decidir: el presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva; hacen falta unas {{more}} más.',
  'said.rollout.objective.littleTraffic+old':
    'Muy poco tráfico para decidir: el presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva y a {{baseline}} (n = {{baselineN}}) con la anterior; hacen falta unas {{more}} más.',
  'said.rollout.objective.noData': 'No se pudo medir el objetivo «{{title}}».',
  'said.rollout.objective.noData+why':
    'No se pudo medir el objetivo «{{title}}»: {{why}}.',
  'said.rollout.objective.over':
    'El presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva: más que el {{limit}} permitido.',
  'said.rollout.objective.over+old':
    'El presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva y a {{baseline}} (n = {{baselineN}}) con la anterior: más que el {{limit}} permitido.',
  'said.rollout.objective.pass':
    'El presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva.',
  'said.rollout.objective.pass+old':
    'El presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva y a {{baseline}} (n = {{baselineN}}) con la anterior.',
  'said.rollout.objective.undecided':
    'El presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva: ni tan bien ni tan mal como para decidir.',
  'said.rollout.objective.undecided+old':
    'El presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva y a {{baseline}} (n = {{baselineN}}) con la anterior: ni tan bien ni tan mal como para decidir.',
  'said.rollout.objective.whole.fail':
    '«{{title}}» no se puede distinguir por versión y se juzga en conjunto: desde que empezó el paso su presupuesto se gasta a {{burn}} (n = {{n}}), más que el {{limit}} permitido.',
  'said.rollout.objective.whole.pass':
    '«{{title}}» no se puede distinguir por versión y se juzga en conjunto: desde que empezó el paso su presupuesto se gasta a {{burn}} (n = {{n}}).',
  'said.rollout.objective.whole.undecided':
    '«{{title}}» no se puede distinguir por versión y se juzga en conjunto: desde que empezó el paso su presupuesto se gasta a {{burn}} (n = {{n}}): muy poco para decidir.',
  'said.rollout.objective.whole.undecided+more':
    '«{{title}}» no se puede distinguir por versión y se juzga en conjunto: desde que empezó el paso su presupuesto se gasta a {{burn}} (n = {{n}}): muy poco tráfico para decidir; hacen falta unas {{more}} más.',
  'said.rollout.objective.worse':
    'El presupuesto de «{{title}}» se gasta a {{burn}} (n = {{n}}) con la versión nueva y a {{baseline}} (n = {{baselineN}}) con la anterior: más de lo que explica el azar.',
  'said.rollout.paused':
    '{{by}} mantiene {{version}} en el {{weight}} % del tráfico; se sigue vigilando.',
  'said.rollout.promoting': '{{version}} está saliendo.',
  'said.rollout.promoting+step': '{{version}} está saliendo: {{step}}.',
  'said.rollout.promoting.weight':
    '{{version}} tiene el {{weight}} % del tráfico.',
  'said.rollout.promoting.weight+step':
    '{{version}} tiene el {{weight}} % del tráfico: {{step}}.',
  'said.rollout.rolled-back':
    '{{version}} se retiró; {{previous}} tiene todo el tráfico.',
  'said.rollout.rolled-back+why':
    '{{version}} se retiró; {{previous}} tiene todo el tráfico. {{why}}',
  'said.rollout.running': '{{version}} está saliendo.',
  'said.rollout.running+step': '{{version}} está saliendo: {{step}}.',
  'said.rollout.running.weight':
    '{{version}} tiene el {{weight}} % del tráfico.',
  'said.rollout.running.weight+step':
    '{{version}} tiene el {{weight}} % del tráfico: {{step}}.',
  'said.rollout.succeeded': '{{version}} ha salido y tiene todo el tráfico.',
  'said.rollout.unknown':
    'No se sabe qué fue de {{version}}; alguien tiene que mirar la plataforma.',
  'said.rollout.unknown+why':
    'No se sabe qué fue de {{version}}; alguien tiene que mirar la plataforma. {{why}}',
  'said.rollout.waiting-approval': '{{version}} espera a que alguien apruebe.',
  'said.rollout.waitsForPerson': 'Alguien tiene que decidir: {{why}}',
  'said.verify.no-metrics':
    'No hay ninguna fuente de métricas instalada, así que no se mira si los usuarios se recuperan.',
  'said.verify.rolled-out':
    'La plataforma dice que la versión está desplegada y sana.',
  'said.verify.sli':
    'En {{minutes}} min los errores bajan al {{errors}} como mucho y el p95 a {{latency}} s, {{looks}} veces seguidas.',
  'said.watch.advice.annotation': 'Corrija la anotación {{what}}',
  'said.watch.advice.cpu':
    'Perfile esta versión o suba su límite de CPU: usa {{value}}.',
  'said.watch.advice.error_rate':
    'Lea los errores de esta versión: falla el {{value}} de las peticiones.',
  'said.watch.advice.latency_p95':
    'Compare trazas de ambas versiones: el p95 es {{value}}.',
  'said.watch.advice.leak':
    'La memoria creció de {{from}} a {{to}} sin bajar: busque una fuga antes de que se llene.',
  'said.watch.advice.llm_quality_score':
    'Compare instrucciones, modelo y recuperación de ambas versiones: la puntuación es {{value}}.',
  'said.watch.advice.measure':
    'Mida {{metrics}}: sin ello la vigilancia no puede ver ese daño.',
  'said.watch.advice.memory':
    'Mire qué guarda esta versión o suba su límite de memoria: usa {{value}}.',
  'said.watch.advice.notFollowed': 'No se pudo preparar la reversión: {{why}}',
  'said.watch.advice.objective':
    'Busque qué de esta versión gasta el presupuesto de «{{title}}»: ahora a {{value}}.',
  'said.watch.advice.rollBack':
    'Vuelva a la versión anterior y busque después la causa.',
  'said.watch.advice.throughput':
    'Compruebe que clientes y rutas aún la alcanzan: llegan {{value}}.',
  'said.watch.advice.traffic':
    'Vigile durante más tiempo o envíe peticiones propias donde llegan tan pocas.',
  'said.watch.cancelled': '{{version}} ya no se vigila.',
  'said.watch.cancelled.by': '{{by}} terminó la vigilancia.',
  'said.watch.cancelled.by+reason': '{{by}} terminó la vigilancia: {{reason}}',
  'said.watch.failed': '{{version}} hace daño.',
  'said.watch.failed+why': '{{version}} hace daño: {{why}}',
  'said.watch.inconclusive.before': '{{version}} no se puede juzgar: {{why}}',
  'said.watch.inconclusive.no-data':
    '{{version}} no se puede juzgar: no había datos de lo que ven sus usuarios.',
  'said.watch.inconclusive.traffic':
    'Muy poco tráfico para decidir: {{requests}} peticiones en {{minutes}} min, hacen falta {{minimumRequests}}.',
  'said.watch.objective.before':
    'El presupuesto de «{{title}}» se gastó a {{limit}} o más durante {{minutes}} min, al final a {{value}}; antes también era así.',
  'said.watch.objective.breaking':
    'El presupuesto de «{{title}}» se gasta a {{value}}; incumple la regla si se gasta a {{limit}} o más durante {{forMinutes}} min.',
  'said.watch.objective.broken':
    'El presupuesto de «{{title}}» se gastó a {{limit}} o más durante {{minutes}} min, al final a {{value}}.',
  'said.watch.objective.holding':
    'El presupuesto de «{{title}}» se gasta a {{value}}.',
  'said.watch.objective.holding+long':
    'El presupuesto de «{{title}}» se gasta a {{value}} en {{long}}.',
  'said.watch.objective.no-data': 'Sin datos del objetivo «{{title}}».',
  'said.watch.objective.no-data+why':
    'Sin datos del objetivo «{{title}}»: {{why}}.',
  'said.watch.objective.page':
    'El presupuesto de «{{title}}» se gasta tan deprisa como para avisar a alguien ({{limit}} en {{long}}).',
  'said.watch.objective.page+value':
    'El presupuesto de «{{title}}» se gasta a {{value}}, tan deprisa como para avisar a alguien ({{limit}} en {{long}}).',
  'said.watch.objective.page.before':
    'El presupuesto de «{{title}}» se gasta tan deprisa como para avisar a alguien ({{limit}} en {{long}}); antes también era así.',
  'said.watch.objective.page.before+value':
    'El presupuesto de «{{title}}» se gasta a {{value}}, tan deprisa como para avisar a alguien ({{limit}} en {{long}}); antes también era así.',
  'said.watch.passed': '{{version}} no hizo daño en {{minutes}} min.',
  'said.watch.passed.warnings':
    '{{version}} no hizo daño en {{minutes}} min, con avisos ({{n}}): {{why}}',
  'said.watch.rule.before':
    '{{title}}: {{bound}} durante {{minutes}} min, al final {{value}}; antes también era así.',
  'said.watch.rule.breaking':
    '{{title}}: {{value}}; incumple la regla si es {{bound}} durante {{forMinutes}} min.',
  'said.watch.rule.broken':
    '{{title}}: {{bound}} durante {{minutes}} min, al final {{value}}.',
  'said.watch.rule.first': 'Aún no hay ninguna lectura.',
  'said.watch.rule.holding': '{{title}}: {{value}}.',
  'said.watch.rule.no-data':
    'Sin datos de: {{title}}; ninguna fuente de métricas lo mide.',
  'said.watch.rule.no-data+why': 'Sin datos de: {{title}} ({{why}}).',
  'said.watch.superseded': 'Un despliegue más reciente ocupó su lugar.',
  'said.watch.superseded.rollback': 'Entretanto se revirtió.',
  'said.watch.watching': '{{version}} se vigila; por ahora todo va bien.',
  'said.watch.watching.breaking': '{{why}}',
  'said.argocd.auto-sync':
    'El plan lo pausa: Git todavía tiene la versión más nueva y se sincronizaría al momento.',
  'said.argocd.hooks':
    'Los hooks no se ejecutan al revertir; lo que hicieron se queda: {{what}}',
  'said.argocd.how':
    'Al momento, sin hooks. Git todavía tiene la versión más nueva: la próxima sincronización la trae de vuelta.',
  'said.argocd.how+left':
    'Al momento, sin hooks; deja {{left}}. Git todavía tiene la versión más nueva: la próxima sincronización la trae de vuelta.',
  'said.argocd.how+paused':
    'Al momento, sin hooks. La sincronización automática queda en pausa hasta que alguien la vuelva a activar, cuando Git esté bien: argocd app set {{pausedName}} --sync-policy automated',
  'said.argocd.how+paused-left':
    'Al momento, sin hooks; deja {{left}}. La sincronización automática queda en pausa hasta que alguien la vuelva a activar, cuando Git esté bien: argocd app set {{pausedName}} --sync-policy automated',
  'said.argocd.how-prune':
    'Al momento, sin hooks; borra {{left}}. Git todavía tiene la versión más nueva: la próxima sincronización la trae de vuelta.',
  'said.argocd.how-prune+paused':
    'Al momento, sin hooks; borra {{left}}. La sincronización automática queda en pausa hasta que alguien la vuelva a activar, cuando Git esté bien: argocd app set {{pausedName}} --sync-policy automated',
  'said.argocd.image-updater':
    'Sigue escribiendo imágenes más nuevas en la aplicación o en Git; salen con la próxima sincronización.',
  'said.argocd.next-sync':
    'Nada se sincroniza solo, pero Git todavía tiene la versión más nueva: quien pulse Sync la trae de vuelta.',
  'said.argocd.parent':
    'La aplicación es uno de sus objetos: su próxima sincronización, o su autorreparación, vuelve a activar la automática.',
  'said.argocd.self-heal':
    'Parte de la sincronización automática; se pausa con ella.',
  'said.argocd.set':
    'Vuelve a escribir la política de sincronización de sus aplicaciones, salvo que tenga ignoreApplicationDifferences para /spec/syncPolicy.',
  'said.failure.budget': 'Gastó el {{share}} % del presupuesto de error',
  'said.failure.incident': '{{id}} empezó con él: {{title}}',
  'said.failure.watch': 'No superó la vigilancia después de salir',
  'said.github.dispatch':
    'En minutos; {{branch}} todavía tiene la versión más nueva y el próximo push la despliega.',
  'said.github.migrations':
    'Las migraciones que vinieron con ella no se deshacen: {{what}}',
  'said.github.next-push':
    '{{branch}} todavía tiene lo que se retira: el próximo push o ejecución del pipeline lo despliega.',
  'said.github.revert-lane':
    'Perdura, una vez revisado y fusionado en {{slug}} y desplegado por el pipeline.',
  'said.plan.no-way': '{{driver}} no sabe cómo llegar a {{version}}.',
  'said.rollback.cancelled+by':
    '{{by}} la canceló antes de que se cambiara nada: {{reason}}',
  'said.rollback.cancelled.partly':
    '{{by}} la canceló después de hacer esto: {{done}}. {{reason}}',
  'said.rollback.expired':
    'Nadie estuvo de acuerdo a tiempo, así que no se cambió nada.',
  'said.rollback.rejected+by':
    '{{by}} no estuvo de acuerdo, así que no se cambió nada.',
  'said.rollback.rejected+comment':
    '{{by}} no estuvo de acuerdo, así que no se cambió nada: {{comment}}',
  'said.rollback.succeeded.no-traffic':
    '{{version}} vuelve a funcionar. Hay muy poco tráfico para saber si los usuarios se han recuperado.',
  'said.rollback.succeeded.not-measured':
    '{{version}} vuelve a funcionar. No se pudo medir si los usuarios se han recuperado.',
  'said.rollback.succeeded.not-measured+why':
    '{{version}} vuelve a funcionar. No se pudo medir si los usuarios se han recuperado: {{why}}',
  'said.argocd.lane': 'Sincronizar la aplicación {{name}} hacia atrás',
  'said.argocd.lane-prune':
    'Sincronizar la aplicación {{name}} hacia atrás y borrar lo que sobre',
  'said.argocd.one-way': '{{what}}',
  'said.argocd.refused': 'Argo CD lo rechaza: {{text}}',
  'said.argocd.step.pause':
    'Pausar la sincronización automática de la aplicación {{name}}; sigue en pausa hasta que alguien la active',
  'said.argocd.step.resume':
    'Activar otra vez la sincronización automática como estaba',
  'said.argocd.step.sync':
    'Sincronizar la aplicación {{name}} con {{version}} (historial {{id}})',
  'said.argocd.step.sync-prune':
    'Sincronizar la aplicación {{name}} con {{version}} (historial {{id}}), borrando lo que sobre',
  'said.argocd.step.terminate': 'Terminar la sincronización si aún sigue',
  'said.argocd.there': 'La aplicación {{name}} ya tiene {{version}}.',
  'said.argocd.window':
    'Una ventana de sincronización del proyecto {{project}} está cerrada para la aplicación {{name}}.',
  'said.github.lane.dispatch': 'Desplegarlo otra vez con {{workflow}}',
  'said.github.lane.revert': 'Abrir una pull request que revierta',
  'said.github.refused': 'GitHub lo rechaza: {{text}}',
  'said.github.revert': 'No se puede revertir así: {{text}}',
  'said.github.step.close': 'Cerrar la pull request y quitar su rama',
  'said.github.step.dispatch':
    'Iniciar {{workflow}} de {{slug}} en {{branch}} para {{version}}',
  'said.github.step.revert':
    'Abrir una pull request a {{branch}} de {{slug}} que devuelva {{count}} archivos a como estaban',
  'said.github.there': '{{title}} ya tiene {{version}}.',
  'said.github.workflow': 'El flujo de trabajo no sirve así: {{text}}',
  'said.kubernetes.flagger-ships':
    'Flagger despliega este Deployment: dele la imagen con la estrategia rolling. {{text}}',
  'said.kubernetes.forbidden': 'El clúster no lo permite: {{text}}',
  'said.kubernetes.left-over':
    'Ya existe algo con ese nombre, quizá de un despliegue anterior: quítelo primero. {{text}}',
  'said.kubernetes.one-way': '{{what}}',
  'said.kubernetes.scaled':
    'Un autoescalador fija el número de pods por el que se repartiría el tráfico: hace falta una malla o una pasarela. {{text}}',
  'said.rollback.cancelled.left':
    '{{by}} la canceló después de hacer esto: {{done}}. No se pudo deshacer; mire la plataforma. {{why}}',
  'said.rollback.cancelled.taken-back':
    '{{by}} la canceló. Se deshizo: {{taken}}. {{reason}}',
  'said.rollback.failed.left':
    'Se detuvo en “{{step}}”: {{why}} Lo cambiado antes no se pudo deshacer; mire la plataforma. {{left}}',
  'said.rollback.failed.taken-back':
    'Se detuvo en “{{step}}”: {{why}} Se deshizo: {{taken}}.',
  'said.rollback.taking-back': 'Se detiene y deshace: {{what}}.',
  'said.step.title': '{{title}}',
};
