/** Lo que dice la familia delivery de una vuelta atrás, tal como lo citan los planes. */
export const saidDelivery = {
  'said.gate.rollback.deny': 'La barrera dice que no: {{checks}}.',
  'said.github.refused': 'GitHub lo rechaza: {{text}}',
  'said.github.there': '{{title}} ya tiene {{version}}.',
  'said.argocd.refused': 'Argo CD lo rechaza: {{text}}',
  'said.argocd.there': 'La aplicación {{name}} ya tiene {{version}}.',
  'said.kubernetes.already': '{{title}} ya tiene {{version}}.',
  'said.kubernetes.argo-rollouts':
    'Argo Rollouts lleva {{title}} mediante el Rollout {{rollout}}: vuelva atrás ese.',
  'said.kubernetes.forbidden': 'El clúster no lo permite: {{text}}',
  'said.kubernetes.paused': '{{title}} está en pausa: reanúdelo antes.',
  'said.plan.no-way': '{{driver}} no sabe cómo llegar a {{version}}.',
};
