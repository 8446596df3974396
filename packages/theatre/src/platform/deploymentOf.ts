import { usualPods } from '../fleet/services';
import { versionEffects, type Version } from '../fleet/versions';

/** Where the fleet runs. */
export const namespace = 'shop';

const registry = 'registry.theatre.example';
const container = 'app';

export function imageOf(service: string, release: string): string {
  return `${registry}/${service}:${release}`;
}

/** What spreads a service's traffic over its pods, all alike. */
export function serviceOf(service: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: service, namespace, labels: { app: service } },
    spec: {
      type: 'ClusterIP',
      selector: { app: service },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    },
  };
}

/** The Deployment of a service as its pipeline would write it. */
export function deploymentOf(
  service: string,
  version: Version,
  at: Date,
): object {
  const { release } = versionEffects[version];
  const labels = {
    app: service,
    'backstage.io/kubernetes-id': service,
  };
  const build = {
    'ghostlight.dev/commit': commitOf(service, release),
    // Half an hour from the commit to the pipeline's last step.
    'ghostlight.dev/commit-time': new Date(
      at.getTime() - 30 * 60_000,
    ).toISOString(),
    'ghostlight.dev/author': 'Ada',
    'ghostlight.dev/started-by': 'pipeline',
    'kubernetes.io/change-cause': `${service} ${release}`,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: service, namespace, labels, annotations: build },
    spec: {
      replicas: usualPods,
      selector: { matchLabels: { app: service } },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 1 },
      },
      template: {
        metadata: {
          labels: { ...labels, 'app.kubernetes.io/version': release },
          annotations: build,
        },
        spec: {
          containers: [
            {
              name: container,
              image: imageOf(service, release),
              env: [
                {
                  name: 'FEATURE_FAST_PATH',
                  value: version === 'good' ? 'off' : 'on',
                },
              ],
              resources: {
                requests: { cpu: '100m', memory: '128Mi' },
                limits: { cpu: '500m', memory: '256Mi' },
              },
            },
          ],
        },
      },
    },
  };
}

/** Forty hexadecimal digits that are the same for a release of a service. */
function commitOf(service: string, release: string): string {
  let hash = 2166136261;
  let digits = '';
  for (let index = 0; digits.length < 40; index += 1) {
    for (const letter of `${service}@${release}#${index}`)
      hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
    digits += hash.toString(16).padStart(8, '0');
  }
  return digits.slice(0, 40);
}
