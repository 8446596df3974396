/** The intake alone: `node -r @backstage/cli/config/nodeTransform.cjs bench/incidents/intake/main.ts` */
import { Report } from '../../shared/Report';
import { measureIntake } from './measureIntake';

async function main() {
  const report = Report.create();
  await measureIntake(report);
  console.log(`\n${report}`);
  process.exit(report.failed ? 1 : 0);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
