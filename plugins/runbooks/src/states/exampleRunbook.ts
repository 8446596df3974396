import { parseEntityRef } from '@backstage/catalog-model';

/** A small runbook for an entity, to be pasted as it is. */
export function exampleRunbook(entityRef: string): string {
  const { name } = parseEntityRef(entityRef);
  return `apiVersion: ghostlight.dev/v1
kind: Runbook
metadata:
  name: ${name}-5xx
spec:
  title: ${name} answers with 5xx
  service: ${entityRef}
  severity: sev2
  estimatedTime: 15m
  triggers:
    - alert: HighErrorRate
  phases:
    - title: Look
      steps:
        - title: Check recent deployments
          manual: What was deployed last, when, and by whom?
          checklist:
            - Looked at the Delivery tab
          timeout: 5m
    - title: Mitigate
      steps:
        - title: Restart ${name}
          action: kubernetes:restart-rollout
          timeout: 5m
        - title: Error rate back to normal
          verify: {}
          timeout: 10m
  verification:
    within: 10m
  escalation:
    - after: 15m
      to: on-call
`;
}
