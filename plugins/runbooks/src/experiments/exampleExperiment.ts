/** An experiment to begin with, as a file. */
export const exampleExperiment = `apiVersion: ghostlight.dev/v1
kind: ChaosExperiment
metadata:
  name: kill-a-third-of-payments
  title: Kill a third of payments
spec:
  entity: payments
  environment: staging
  hypothesis: A third of the pods may die, and no customer notices.
  fault: { kind: kill-pods, share: 0.33 }
  duration: 5m
  steadyState:
    objectives: [payments-availability]
    maxBurnRate: 1
    before: 2m
  blastRadius: { entities: 5, share: 0.4 }
`;
