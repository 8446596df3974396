import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeClient } from '@ghostlight/reliability-kubernetes';
import { findAnalyses } from './findAnalyses';

const { signal } = new AbortController();

describe('AnalysisRuns of a revision', () => {
  it('are read of the cluster, and only those that the Rollout made', async () => {
    const asked: URL[] = [];
    const owned = (uid: string) => ({
      ownerReferences: [{ kind: 'Rollout', name: 'payments', uid }],
    });
    const server = createServer((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://127.0.0.1'));
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          kind: 'AnalysisRunList',
          metadata: { resourceVersion: '7' },
          items: [
            {
              metadata: { name: 'payments-bbb-2-1', ...owned('own') },
              status: { phase: 'Successful' },
            },
            {
              metadata: { name: 'payments-bbb-2-3', ...owned('own') },
              status: { phase: 'Failed', message: 'too many errors' },
            },
            { metadata: { name: 'payments-bbb-2-4', ...owned('own') } },
            {
              metadata: { name: 'other', ...owned('another') },
              status: { phase: 'Error' },
            },
          ],
        }),
      );
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    const client = KubeClient.create({
      cluster: {
        name: 'prod',
        environment: 'production',
        url: `http://127.0.0.1:${port}`,
        token: 'x',
        skipTLSVerify: true,
      },
    });
    const past = {
      set: {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: {
          name: 'payments-bbb',
          namespace: 'shop',
          uid: 'set',
          resourceVersion: '1',
          labels: { 'rollouts-pod-template-hash': 'bbb' },
          ownerReferences: [
            { kind: 'Rollout', name: 'payments', uid: 'own', controller: true },
          ],
        },
        spec: { template: {} },
      },
      template: {},
      revision: 2,
      earlier: [],
    };
    try {
      expect(await findAnalyses(client, past, signal)).toEqual([
        { name: 'payments-bbb-2-1', outcome: 'Successful' },
        {
          name: 'payments-bbb-2-3',
          outcome: 'Failed',
          message: 'too many errors',
        },
      ]);
    } finally {
      server.close();
    }
    expect(asked[0].pathname).toBe(
      '/apis/argoproj.io/v1alpha1/namespaces/shop/analysisruns',
    );
    expect(asked[0].searchParams.get('labelSelector')).toBe(
      'rollouts-pod-template-hash=bbb',
    );
  });
});
