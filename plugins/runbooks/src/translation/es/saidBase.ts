/** De runbooks y ejecuciones: permisos, por qué un runbook es para algo, qué fue de una ejecución. */
export const saidBase = {
  'said.approval.irreversible':
    '«{{title}}» no se puede deshacer, así que tiene que estar de acuerdo otra persona.',
  'said.approval.tier':
    'Los servicios de nivel {{tier}} necesitan una segunda persona.',
  'said.blast.entities': 'Entidades del catálogo: {{entities}}.',
  'said.blast.share':
    '{{percent}} % de las instancias; entidades del catálogo: {{entities}}.',
  'said.may.nobody': 'No tiene permiso para esto.',
  'said.may.owner': 'Solo {{owner}} puede hacer esto.',
  'said.may.requester':
    'Lo pidió usted; tiene que estar de acuerdo otra persona.',
  'said.plan.failed': 'No se puede saber qué haría: {{why}}',
  'said.plan.later':
    'Usa lo que averigua un paso anterior; solo se sabe al ejecutarlo.',
  'said.run.asked': 'Empieza en un momento.',
  'said.run.cancelled': 'Cancelada.',
  'said.run.cancelled+by': 'La canceló {{by}}.',
  'said.run.cancelled+reason': 'La canceló {{by}}: {{reason}}',
  'said.run.cancelling': 'Se detiene antes de su próximo efecto.',
  'said.run.dry-run-refused':
    'Pasos que no se podrían hacer tal como están las cosas: {{refused}} de {{steps}}. No se ha cambiado nada.',
  'said.run.dry-run': 'Se haría según lo planeado. No se cambió nada.',
  'said.run.expired':
    'Nadie estuvo de acuerdo a tiempo, así que no se cambió nada.',
  'said.run.failed': 'Se detuvo.',
  'said.run.failed+title': 'Se detuvo en «{{title}}».',
  'said.run.failed+why': 'Se detuvo en «{{title}}»: {{why}}',
  'said.run.not-recovered': 'Se hizo, y los usuarios no se han recuperado.',
  'said.run.not-recovered+why':
    'Se hizo, y los usuarios no se han recuperado: {{why}}',
  'said.run.paused': 'En pausa antes de su próximo paso.',
  'said.run.paused+title': 'En pausa antes de «{{title}}».',
  'said.run.rejected': 'Nadie estuvo de acuerdo, así que no se cambió nada.',
  'said.run.rejected+by':
    '{{by}} no estuvo de acuerdo, así que no se cambió nada.',
  'said.run.running': 'Está en curso.',
  'said.run.running+title': 'En «{{title}}».',
  'said.run.succeeded': 'Se hizo todo.',
  'said.run.unknown': 'No se sabe qué fue de un efecto. No se repitió nada.',
  'said.run.unknown+title':
    'No se sabe qué fue de «{{title}}». No se repitió nada.',
  'said.run.verifying': 'Se hizo todo; se mira si los usuarios se recuperan.',
  'said.run.waiting': 'Espera a alguien.',
  'said.run.waiting+title': 'Espera a alguien: «{{title}}».',
  'said.run.waiting-approval': 'Espera a que alguien esté de acuerdo.',
  'said.runbook.of-entity': 'Está escrito para {{entity}}.',
  'said.runbook.stale_one':
    'Nadie lo ha ejecutado ni ensayado desde hace {{n}} día.',
  'said.runbook.stale_many':
    'Nadie lo ha ejecutado ni ensayado desde hace {{n}} de días.',
  'said.runbook.stale_other':
    'Nadie lo ha ejecutado ni ensayado desde hace {{n}} días.',
  'said.runbook.untried': 'Nadie lo ha ejecutado ni ensayado nunca.',
  'said.runbooks.matched.alert': 'La alerta {{alert}} está activa.',
  'said.runbooks.matched.any': 'Es para todas las alertas.',
  'said.runbooks.matched.burn': 'El presupuesto de error se gasta ({{burn}}).',
  'said.runbooks.matched.labels': 'Una alerta tiene {{labels}}.',
  'said.runbooks.matched.pattern':
    'La alerta {{alert}} está activa, una de {{pattern}}.',
  'said.runbooks.matched.severity': 'El incidente es un {{severity}}.',
  'said.runbooks.matched.slo': 'El objetivo {{slo}} avisa.',
};
