import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packed } from './pack';
import { must } from './steps';

/** As a legacy app imports them; the new front-end system finds `/alpha` by itself. */
const legacy = `import {
  DeliveryPage,
  deliveryPlugin,
  EntityDeliveryCard,
  EntityDeliveryContent,
} from '@ghostlight/plugin-delivery';
import delivery from '@ghostlight/plugin-delivery/alpha';
import {
  EntityRunbooksCard,
  EntityRunbooksContent,
  RunbooksPage,
  runbooksPlugin,
} from '@ghostlight/plugin-runbooks';
import runbooks from '@ghostlight/plugin-runbooks/alpha';
import {
  EntityIncidentsCard,
  EntityIncidentsContent,
  IncidentsPage,
  incidentsPlugin,
} from '@ghostlight/plugin-incidents';
import incidents from '@ghostlight/plugin-incidents/alpha';
import {
  EntitySloCard,
  EntitySloContent,
  ReliabilityPage,
  sloPlugin,
} from '@ghostlight/plugin-slo';
import slo from '@ghostlight/plugin-slo/alpha';

export const plugins = [
  sloPlugin,
  slo,
  incidentsPlugin,
  incidents,
  deliveryPlugin,
  delivery,
  runbooksPlugin,
  runbooks,
];

export const screens = (
  <>
    <EntitySloCard />
    <EntitySloContent />
    <ReliabilityPage />
    <EntityIncidentsCard />
    <EntityIncidentsContent />
    <IncidentsPage />
    <EntityDeliveryCard />
    <EntityDeliveryContent />
    <DeliveryPage />
    <EntityRunbooksCard />
    <EntityRunbooksContent />
    <RunbooksPage />
  </>
);
`;

/** Type-checks the portal with its new lines and the legacy entry, and loads each entry for Node. */
export async function checkEntries(portal: string, packed: Packed[]) {
  const file = join(portal, 'packages/app/src/legacyScreens.tsx');
  writeFileSync(file, legacy);
  await must('yarn', ['tsc'], portal);
  rmSync(file);

  const entries = packed
    .filter(
      ({ manifest }) => !/frontend|web/.test(manifest.backstage?.role ?? ''),
    )
    .map(({ manifest }) => manifest.name);
  const load = entries.map(name => `require('${name}');`).join('\n');
  await must(process.execPath, ['-e', load], join(portal, 'packages/backend'));
}
