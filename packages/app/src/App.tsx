import { createApp } from '@backstage/frontend-defaults';
import { languageModule } from './modules/language';
import { navModule } from './modules/nav';

// Plugins are discovered from package.json (`app.packages: all`); only what is ours alone is named.
export default createApp({ features: [navModule, languageModule] });
