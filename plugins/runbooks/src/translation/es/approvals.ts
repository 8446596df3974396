/** Lo que espera una decisión. */
export const approvals = {
  'approvals.headMine_one': '{{count}} decisión le espera.',
  'approvals.headMine_other': '{{count}} decisiones le esperan.',
  'approvals.headMine_many': '{{count}} de decisiones le esperan.',
  'approvals.headOthers_one':
    'Nada le espera; {{count}} decisión espera a otras personas.',
  'approvals.headOthers_other':
    'Nada le espera; {{count}} decisiones esperan a otras personas.',
  'approvals.headOthers_many':
    'Nada le espera; {{count}} de decisiones esperan a otras personas.',
  'approvals.mine': 'Para que usted decida',
  'approvals.others': 'Para que decidan otras personas',
  'approvals.mineOnly': 'Solo las mías',
  'approvals.none': 'Nada espera una decisión.',
  'approvals.noMatch': 'Nada de lo que espera queda con estos filtros.',
  'approvals.noneNext':
    'Lo que piden políticas y personas se muestra aquí, y se notifica a quien puede decidir.',
  'approvals.kind_attempt': 'Remediación',
  'approvals.kind_execution': 'Una ejecución',
  'approvals.kind_step': 'Un paso de una ejecución',
  'approvals.why': 'Por qué:',
  'approvals.willRun': 'Qué se ejecutará exactamente',
  'approvals.seeRun': 'Ver qué se ejecutará, en la página de la ejecución',
  'approvals.evidence_one': 'En qué se basa ({{count}} registro)',
  'approvals.evidence_other': 'En qué se basa ({{count}} registros)',
  'approvals.evidence_many': 'En qué se basa ({{count}} de registros)',
  'approvals.approvers': 'Puede decidir',
  'approvals.until': 'Hasta',
  'approvals.ranOut': 'Caducó',
  'approvals.over': 'Caducó: ya nadie puede decidirlo.',
  'approvals.approved': 'Aprobado: {{title}}',
  'approvals.rejected': 'Rechazado: {{title}}',
};
