/**
 * The storm alone, without databases: how well alerts are grouped, and what one costs.
 * `node -r @backstage/cli/config/nodeTransform.cjs bench/incidents/storm/main.ts`
 */
import { Report } from '../../shared/Report';
import { reportGrouping, reportScale } from './reportStorm';

async function main() {
  const report = Report.create();
  await reportScale(report);
  reportGrouping(report);
  console.log(`\n${report}`);
  process.exit(report.failed ? 1 : 0);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
