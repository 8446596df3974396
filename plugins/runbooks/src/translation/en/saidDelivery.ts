/** What the delivery family says about a rollback, as plans of runs quote it. */
export const saidDelivery = {
  'said.gate.rollback.deny': 'The gate says no: {{checks}}.',
  'said.github.refused': 'GitHub refuses it: {{text}}',
  'said.github.there': '{{title}} has {{version}} already.',
  'said.argocd.refused': 'Argo CD refuses it: {{text}}',
  'said.argocd.there': 'Application {{name}} has {{version}} already.',
  'said.kubernetes.already': '{{title}} has {{version}} already.',
  'said.kubernetes.argo-rollouts':
    'Argo Rollouts runs {{title}} through Rollout {{rollout}}: roll that back.',
  'said.kubernetes.forbidden': 'The cluster does not allow it: {{text}}',
  'said.kubernetes.paused': '{{title}} is paused: resume it first.',
  'said.plan.no-way': '{{driver}} knows no way to {{version}}.',
} as const;
