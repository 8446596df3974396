import type { SloService } from '@ghostlight/plugin-slo-node';
import type { RemediationContext } from '../remediation';

/** What rehearsals need of the rest of the plugin. */
export interface RehearsalContext extends RemediationContext {
  slo: SloService;
}

/** Policies and runbooks act there. */
export const environment = 'production';
