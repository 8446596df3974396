import { createBackend } from '@backstage/backend-defaults';
import { policyModule } from './policyModule';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(policyModule);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@ghostlight/plugin-catalog-backend-module-ghostlight'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@backstage/plugin-techdocs-backend'));

// The search engine of PostgreSQL; on SQLite it steps aside for the built-in one.
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@ghostlight/plugin-slo-backend'));
backend.add(import('@ghostlight/plugin-slo-backend-module-prometheus'));

backend.add(import('@ghostlight/plugin-incidents-backend'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-rotation'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-pagerduty'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-opsgenie'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-grafana'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-slack'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-teams'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-email'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-anthropic'));
backend.add(import('@ghostlight/plugin-incidents-backend-module-loki'));
backend.add(
  import('@ghostlight/plugin-incidents-backend-module-elasticsearch'),
);
backend.add(
  import('@ghostlight/plugin-incidents-backend-module-kubernetes-logs'),
);
backend.add(import('@ghostlight/plugin-search-backend-module-ghostlight'));

backend.add(import('@ghostlight/plugin-delivery-backend'));
backend.add(import('@ghostlight/plugin-delivery-backend-module-kubernetes'));
backend.add(import('@ghostlight/plugin-delivery-backend-module-argocd'));
backend.add(import('@ghostlight/plugin-delivery-backend-module-github'));
backend.add(import('@ghostlight/plugin-delivery-backend-module-prometheus'));

backend.add(import('@ghostlight/plugin-runbooks-backend'));
backend.add(import('@ghostlight/plugin-runbooks-backend-module-kubernetes'));
backend.add(import('@ghostlight/plugin-runbooks-backend-module-argo'));
backend.add(import('@ghostlight/plugin-runbooks-backend-module-github'));
backend.add(import('@ghostlight/plugin-runbooks-backend-module-jobs'));
backend.add(import('@ghostlight/plugin-runbooks-backend-module-http'));
backend.add(import('@ghostlight/plugin-runbooks-backend-module-command'));
backend.add(import('@ghostlight/plugin-runbooks-backend-module-scaffolder'));
backend.add(import('@ghostlight/plugin-scaffolder-backend-module-ghostlight'));

backend.start();
