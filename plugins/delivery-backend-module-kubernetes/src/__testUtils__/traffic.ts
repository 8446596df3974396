/** What sends traffic to payments. */
export const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'payments', namespace: 'shop' },
  spec: {
    selector: { app: 'payments' },
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  },
};

/** Istio's way to it. */
export const virtualService = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    hosts: ['shop.example'],
    http: [
      {
        name: 'pay',
        match: [{ uri: { prefix: '/pay' } }],
        route: [{ destination: { host: 'payments.shop.svc.cluster.local' } }],
      },
      { route: [{ destination: { host: 'storefront' } }] },
    ],
  },
};

/** The Gateway API's. */
export const httpRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/pay' } }],
        backendRefs: [{ kind: 'Service', name: 'payments', port: 80 }],
      },
    ],
  },
};
