import type { Shot } from './Shot';

const payments = '/catalog/default/component/payments/delivery';
const plan =
  '/delivery/rollback?entityRef=component:default/payments&environment=production';

/** Screens of the running demo portal, in which payments is broken. */
export const deliveryShots: Shot[] = [
  {
    name: 'delivery-tab',
    path: payments,
    shows: /runs 2\.3\.4-failing/,
    tallest: 1500,
  },
  {
    name: 'delivery-tab-dark-es',
    path: payments,
    language: 'es',
    theme: 'dark',
    shows: /2\.3\.4-failing/,
    tallest: 1250,
  },
  {
    name: 'rollback-plan',
    path: plan,
    shows: /back from 2\.3\.4-failing to 2\.3\.3/,
    tallest: 1650,
  },
  {
    name: 'rollback-plan-dark-es',
    path: plan,
    language: 'es',
    theme: 'dark',
    shows: /2\.3\.4-failing/,
    tallest: 1650,
  },
  {
    name: 'delivery',
    path: '/delivery',
    shows: /services/,
    tallest: 800,
  },
  {
    name: 'delivery-changes',
    path: '/delivery/changes',
    shows: /2\.3\.4-failing/,
    tallest: 1000,
  },
  {
    name: 'delivery-dora',
    path: '/delivery/dora',
    shows: /Deployment frequency/,
    tallest: 1300,
  },
  {
    name: 'delivery-sources',
    path: '/delivery/sources',
    shows: /Kubernetes/,
    tallest: 1300,
  },
];

/** Of a portal in which a rollback of payments has been done: taken by name, after it. */
export const rollbackShots: Shot[] = [
  {
    name: 'rollback-done',
    path: '/delivery/rollbacks/RB-0001',
    shows: /users have recovered/,
    tallest: 1300,
  },
];
