/** De experimentos: qué hacen, por qué no empiezan, por qué se detienen y qué encontraron. */
export const saidExperiments = {
  'said.experiment.blind':
    'No se midió nada durante {{seconds}}, así que nadie podía ver lo que hace.',
  'said.experiment.broken': 'Tiene errores y no se puede ejecutar.',
  'said.experiment.burns':
    '{{title}} consume su presupuesto a {{burn}}×; se permite {{most}}×.',
  'said.experiment.cancelled': 'Se canceló.',
  'said.experiment.cancelled+by': 'Lo canceló {{by}}: {{reason}}',
  'said.experiment.failed': '{{title}}: {{why}}',
  'said.experiment.fault-failed': 'El fallo no se pudo provocar: {{why}}',
  'said.experiment.fault.kill-pods':
    'Mata el {{percentOfPods}} % de los pods de {{entity}} en {{environment}}.',
  'said.experiment.fault.latency':
    'Añade {{milliseconds}} ms a lo que envía el {{percentOfPods}} % de los pods de {{entity}} en {{environment}}.',
  'said.experiment.fault.loss':
    'Pierde el {{percent}} % de lo que envía el {{percentOfPods}} % de los pods de {{entity}} en {{environment}}.',
  'said.experiment.missed':
    'No había nadie a las {{at}}; habría empezado {{minutes}} min tarde.',
  'said.experiment.not-measured':
    'No hay con qué ver si está bien: ningún objetivo, o ningún tráfico.',
  'said.experiment.not-recovered': 'No volvió a estar bien a tiempo.',
  'said.experiment.not-taken-back':
    'Puede que el fallo siga ahí; deshágalo a mano.',
  'said.experiment.not-taken-back+why':
    'Puede que el fallo siga ahí; deshágalo a mano: {{why}}',
  'said.experiment.recommend.bigger':
    'Hay margen: el radio de impacto permite el {{percent}} % de los pods.',
  'said.experiment.recommend.correction':
    'Lo que se gastó de los presupuestos desde {{from}} hasta {{to}} cuenta; marque ese tiempo como simulado donde deba verse así.',
  'said.experiment.recommend.kill-pods':
    'Tenga más réplicas, un presupuesto de interrupciones y una sonda de disponibilidad que diga la verdad, e inténtelo de nuevo.',
  'said.experiment.recommend.latency':
    'Mire los tiempos límite de quienes lo llaman, y lo que hacen mientras tanto, e inténtelo de nuevo.',
  'said.experiment.recommend.loss':
    'Mire cuántas veces reintentan quienes lo llaman, y con qué espera, e inténtelo de nuevo.',
  'said.experiment.recommend.measure':
    'Envíele tráfico mientras se ejecuta el experimento, o nombre un objetivo que lo tenga.',
  'said.experiment.recommend.schedule':
    'Póngale un horario, para que siga cumpliéndose.',
  'said.experiment.refused.action': 'No se puede hacer aquí: {{why}}',
  'said.experiment.refused.all-off':
    'Todos los experimentos los desactivó {{by}}: {{reason}}',
  'said.experiment.refused.blackout': 'No se ejecuta a esta hora: {{span}}',
  'said.experiment.refused.entities_one':
    'Toca {{n}} entidad; se permiten como mucho {{most}}.',
  'said.experiment.refused.entities_many':
    'Toca {{n}} de entidades; se permiten como mucho {{most}}.',
  'said.experiment.refused.entities_other':
    'Toca {{n}} entidades; se permiten como mucho {{most}}.',
  'said.experiment.refused.experiment':
    'Otro experimento está en curso aquí: {{id}}',
  'said.experiment.refused.freeze': 'Los cambios están congelados: {{why}}',
  'said.experiment.refused.incident': 'Tiene un incidente abierto: {{id}}',
  'said.experiment.refused.no-entity': 'El catálogo no tiene {{entity}}.',
  'said.experiment.refused.no-objective':
    '{{entity}} no tiene ningún objetivo que pudiera detenerlo.',
  'said.experiment.refused.not-known':
    'Esto no se pudo preguntar: {{what}}. {{why}}',
  'said.experiment.refused.off': 'Lo desactivó {{by}}: {{reason}}',
  'said.experiment.refused.remediation':
    'Una remediación está en curso aquí: {{id}}',
  'said.experiment.refused.share': 'Toma más pods de los que se permiten.',
  'said.experiment.sentence':
    '{{fault}} Dura {{minutes}} min, y se detiene en cuanto un objetivo consume más rápido que {{maxBurnRate}}×.',
  'said.experiment.verdict.aborted':
    'Se detuvo antes de que pudiera mostrar algo.',
  'said.experiment.verdict.aborted+why':
    'Se detuvo antes de que pudiera mostrar algo: {{why}}',
  'said.experiment.verdict.broken': 'No se cumplió.',
  'said.experiment.verdict.broken+why': 'No se cumplió: {{why}}',
  'said.experiment.verdict.held':
    'Se cumplió: la peor tasa de consumo fue {{worst}}×, y se permite {{most}}×.',
  'said.experiment.verdict.not-measured': 'No muestra nada.',
  'said.experiment.verdict.not-measured+why': 'No muestra nada: {{why}}',
  'said.experiment.verdict.running': 'En curso.',
};
