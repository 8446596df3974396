/** De políticas, intentos, límites y verificación. */
export const saidRemediation = {
  'said.attempt.approved': 'Empieza por sí mismo.',
  'said.attempt.approved-by': 'Aprobado por {{by}}.',
  'said.attempt.cancelled': 'Se canceló.',
  'said.attempt.cancelled+why': 'Se canceló. {{why}}',
  'said.attempt.changed':
    'No se hizo: ahora haría algo distinto de lo que se aprobó.',
  'said.attempt.escalated': 'Tiene que encargarse una persona.',
  'said.attempt.escalated+why': 'Tiene que encargarse una persona. {{why}}',
  'said.attempt.expired': 'Nadie lo aprobó a tiempo.',
  'said.attempt.failed': 'No se pudo hacer.',
  'said.attempt.failed+why': 'No se pudo hacer. {{why}}',
  'said.attempt.follows': '{{id}} no ayudó.',
  'said.attempt.follows+why': '{{id}} no ayudó: {{why}}',
  'said.attempt.gone': 'No se hizo: su política ya no está o tiene errores.',
  'said.attempt.harmful': 'Empeoró.',
  'said.attempt.ineffective': 'Se hizo, y no se vio que ayudara.',
  'said.attempt.proposed': 'Propuesto por {{by}}: {{reason}}',
  'said.attempt.refused': 'No se hizo.',
  'said.attempt.refused+why': 'No se hizo: {{why}}',
  'said.attempt.rejected': 'Rechazado por {{by}}.',
  'said.attempt.running': 'Está en curso.',
  'said.attempt.suggested': 'Se sugiere; no se hace nada por sí mismo.',
  'said.attempt.unknown': 'No se sabe si se hizo.',
  'said.attempt.unknown+why': 'No se sabe si se hizo. {{why}}',
  'said.attempt.verified': 'Los usuarios se han recuperado.',
  'said.attempt.verifying': 'Hecho; se observa si los usuarios se recuperan.',
  'said.attempt.waiting-approval': 'Espera a que alguien dé su acuerdo.',
  'said.condition.burn':
    'La tasa de consumo es {{burn}}×; se quiere más de {{above}}×.',
  'said.condition.change':
    'El último despliegue fue hace {{minutes}} min; se quieren como mucho {{within}} min.',
  'said.condition.severity':
    'El incidente es un {{severity}}; se quiere: {{severities}}.',
  'said.condition.tier': 'El nivel es {{tier}}; se quiere: {{tiers}}.',
  'said.condition.time': 'Está dentro de {{span}} ({{timeZone}}).',
  'said.earned.irreversible':
    'Pregunta, porque algo de su escalera no se puede deshacer.',
  'said.earned.not-yet_one':
    'Pregunta hasta que haya {{n}} recuperación verificada; de momento {{successes}}.',
  'said.earned.not-yet_many':
    'Pregunta hasta que haya {{n}} de recuperaciones verificadas; de momento {{successes}}.',
  'said.earned.not-yet_other':
    'Pregunta hasta que haya {{n}} recuperaciones verificadas; de momento {{successes}}.',
  'said.earned.yes_one':
    'Actúa por sí misma: {{n}} recuperación verificada, de {{needed}}.',
  'said.earned.yes_many':
    'Actúa por sí misma: {{n}} de recuperaciones verificadas, de {{needed}}.',
  'said.earned.yes_other':
    'Actúa por sí misma: {{n}} recuperaciones verificadas, de {{needed}}.',
  'said.evidence.burn': '{{title}}: tasa de consumo {{burn}}×',
  'said.limit.blast-radius_one':
    'Toca {{n}} entidad; se permiten como mucho {{most}}.',
  'said.limit.blast-radius_many':
    'Toca {{n}} de entidades; se permiten como mucho {{most}}.',
  'said.limit.blast-radius_other':
    'Toca {{n}} entidades; se permiten como mucho {{most}}.',
  'said.limit.chain':
    '{{have}} de {{most}} acciones de políticas que pueden haberse provocado unas a otras.',
  'said.limit.concurrency': 'En curso a la vez: {{have}} de {{most}}.',
  'said.limit.cool-down':
    'Se hizo algo a este destino últimamente; descansa {{have}} s más.',
  'said.limit.healthy':
    'Queda en pie el {{have}} % de las instancias; se necesita el {{most}} %.',
  'said.limit.loop': 'Puede que las políticas trabajen unas contra otras.',
  'said.limit.loop+have':
    '{{have}} actuó después de esta política: puede que trabajen una contra otra.',
  'said.limit.organisation':
    'Acciones de todas las políticas en una hora: {{have}} de {{most}}.',
  'said.limit.per-hour':
    'Acciones de esta política en una hora: {{have}} de {{most}}.',
  'said.limit.per-target':
    'Intentos en este destino sin una recuperación: {{have}} de {{most}}.',
  'said.limit.storm_one':
    '{{n}} incidente empezó últimamente; se permiten como mucho {{most}}.',
  'said.limit.storm_many':
    '{{n}} de incidentes empezaron últimamente; se permiten como mucho {{most}}.',
  'said.limit.storm_other':
    '{{n}} incidentes empezaron últimamente; se permiten como mucho {{most}}.',
  'said.limit.switch': 'La remediación está desactivada.',
  'said.policy.applies-to.entities': 'entidades: {{values}}',
  'said.policy.applies-to.owners': 'lo que pertenece a: {{values}}',
  'said.policy.applies-to.systems': 'sistemas: {{values}}',
  'said.policy.applies-to.tiers': 'niveles: {{values}}',
  'said.policy.applies-to.types': 'tipos: {{values}}',
  'said.policy.broken': 'Tiene errores y no hace nada.',
  'said.policy.sentence.approve':
    'Cuando salta {{when}}, pide permiso para {{what}}, mira durante {{minutes}} min si los usuarios se recuperan, y si no llama a {{escalateTo}}.',
  'said.policy.sentence.auto':
    'Cuando salta {{when}}, hace {{what}}, mira durante {{minutes}} min si los usuarios se recuperan, y si no llama a {{escalateTo}}.',
  'said.policy.sentence.suggest':
    'Cuando salta {{when}}, sugiere {{what}}, miraría durante {{minutes}} min si los usuarios se recuperan, y si no llamaría a {{escalateTo}}.',
  'said.verification.not-measured':
    'No hay ningún objetivo con el que ver una recuperación.',
  'said.verification.not-recovered': 'Los usuarios no se han recuperado.',
  'said.verification.recovered': 'Los usuarios se han recuperado.',
  'said.verification.running': 'Aún se está midiendo.',
  'said.verification.too-little-traffic': 'Muy poco tráfico para saberlo.',
  'said.verification.worse': 'Empeoró.',
};
