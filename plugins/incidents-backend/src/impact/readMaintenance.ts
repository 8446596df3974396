import type { AuthService } from '@backstage/backend-plugin-api';
import type { Correction } from '@ghostlight/plugin-slo-common';
import type { SloService } from '@ghostlight/plugin-slo-node';

const day = 86_400;

/** Maintenance that the SLO family knows of, from yesterday to tomorrow; none where it is not installed. */
export async function readMaintenance(options: {
  auth: AuthService;
  slo: Pick<SloService, 'listCorrections'>;
  /** Epoch milliseconds. */
  now: number;
}): Promise<Correction[]> {
  const { auth, slo } = options;
  const now = Math.floor(options.now / 1000);
  try {
    return await slo.listCorrections(
      { kind: 'maintenance', from: now - day, to: now + day },
      { credentials: await auth.getOwnServiceCredentials() },
    );
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 404) return [];
    throw error;
  }
}
