/** De ensayos y simulaciones, que repiten lo que ya pasó. */
export const saidRehearsals = {
  'said.rehearsal.approval':
    'Pregunta antes; a eso se suma el tiempo hasta que alguien lo apruebe.',
  'said.rehearsal.begun': 'Alguien lo empieza cuando se vio.',
  'said.rehearsal.by-hand':
    'No tiene acciones: lo que hacen sus pasos depende de las personas.',
  'said.rehearsal.no-match': 'Ningún disparador encaja con sus alertas.',
  'said.rehearsal.not-for': 'No es para {{entity}}.',
  'said.rehearsal.not-found':
    'Nadie lo habría encontrado: no encajan ni sus disparadores ni sus servicios.',
  'said.rehearsal.not-known':
    'No hay nada parecido registrado: nadie sabe si habría ayudado.',
  'said.rehearsal.other-helped':
    'Entonces ayudó otra cosa: {{id}}. Nadie sabe si esto habría ayudado.',
  'said.rehearsal.rolled-back':
    'Se volvió atrás ({{title}}), y los usuarios se habían recuperado {{minutes}} min después.',
  'said.rehearsal.said.no': 'Habría actuado en {{id}}, y no habría ayudado.',
  'said.rehearsal.said.no-act':
    'Habría encajado con {{id}}, y no habría actuado.',
  'said.rehearsal.said.no-match': 'No se habría encontrado en {{id}}.',
  'said.rehearsal.said.unknown':
    'Habría actuado en {{id}}, y nadie sabe si habría ayudado.',
  'said.rehearsal.said.yes':
    'Habría actuado en {{id}}, y los usuarios se habrían recuperado.',
  'said.rehearsal.same-failed': '{{id}} hizo lo mismo, y no ayudó.',
  'said.rehearsal.same-helped':
    '{{id}} hizo lo mismo, y los usuarios se habían recuperado {{minutes}} min después.',
  'said.rehearsal.suggests':
    'Solo sugiere: habría tenido que actuar una persona.',
  'said.simulation.said':
    'Incidentes repetidos: {{incidents}}. Habría actuado en {{acted}}; los usuarios se habrían recuperado en {{recovered}}, y de {{unknown}} nadie lo sabe.',
};
