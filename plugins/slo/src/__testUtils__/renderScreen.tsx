import {
  renderPlugin,
  type ScreenOptions,
} from '@ghostlight/reliability-react/testUtils';
import sloPlugin from '../alpha';

export type { Language } from '@ghostlight/reliability-react/testUtils';

/** Renders the plugin's page, or what of it is on an entity's page. */
export function renderScreen(options: ScreenOptions) {
  return renderPlugin({ plugin: sloPlugin, page: '/reliability', ...options });
}
