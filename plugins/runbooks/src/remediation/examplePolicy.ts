/** A policy to begin with, as a file. */
export const examplePolicy = `apiVersion: ghostlight.dev/v1
kind: RemediationPolicy
metadata:
  name: roll-back-new-version
  title: Roll back a new version that answers 5xx
spec:
  appliesTo: { types: [service] }
  triggers:
    - alert: HighErrorRate
  conditions:
    recentChange: 1h
  mode: approve
  do:
    - action: delivery:rollback
  verification: { within: 15m, steady: 3m }
`;
