import { findBinary } from './findBinary';

/** What the theatre can start of others. */
export interface Programs {
  prometheus: string;
  promtool: string;
  /** Debian calls it prometheus-alertmanager. */
  alertmanager?: string;
}

/** The programs on the PATH, or undefined without Prometheus. */
export function findPrograms(): Programs | undefined {
  const prometheus = findBinary('prometheus');
  const promtool = findBinary('promtool');
  if (!prometheus || !promtool) return undefined;
  const alertmanager =
    findBinary('alertmanager') ?? findBinary('prometheus-alertmanager');
  return { prometheus, promtool, alertmanager };
}
