import { asObject, type JsonObject, type KubeObject } from '../objects';

/** What the server fills in before it stores an object. */
export function withDefaults(object: KubeObject): KubeObject {
  switch (object.kind) {
    case 'Deployment':
      return { ...object, spec: deploymentSpec(asObject(object.spec)) };
    case 'Service':
      return {
        ...object,
        spec: { type: 'ClusterIP', sessionAffinity: 'None', ...object.spec },
      };
    case 'HorizontalPodAutoscaler':
      return { ...object, spec: { minReplicas: 1, ...object.spec } };
    case 'Pod':
      return object;
    default:
      return object;
  }
}

function deploymentSpec(spec: JsonObject): JsonObject {
  const strategy = asObject(spec.strategy);
  const rolling = (strategy.type ?? 'RollingUpdate') === 'RollingUpdate';
  return {
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    ...spec,
    template: podTemplate(asObject(spec.template)),
    strategy: {
      ...strategy,
      type: strategy.type ?? 'RollingUpdate',
      ...(rolling && {
        rollingUpdate: {
          maxUnavailable: '25%',
          maxSurge: '25%',
          ...asObject(strategy.rollingUpdate),
        },
      }),
    },
  };
}

function podTemplate(template: JsonObject): JsonObject {
  const spec = asObject(template.spec);
  const containers = Array.isArray(spec.containers) ? spec.containers : [];
  return {
    ...template,
    metadata: { creationTimestamp: null, ...asObject(template.metadata) },
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
      ...spec,
      containers: containers.map(container => ({
        resources: {},
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        imagePullPolicy: /:[^/]+$/.test(String(asObject(container).image))
          ? 'IfNotPresent'
          : 'Always',
        ...asObject(container),
      })),
    },
  };
}
