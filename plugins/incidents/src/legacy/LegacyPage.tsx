import { Content, Header, Page } from '@backstage/core-components';
import { HelpProvider, type IncidentHelp } from '../incident/help';
import { IncidentsPages } from '../shell/IncidentsPages';
import { useIncidentsText } from '../translation';

const NONE: IncidentHelp[] = [];

/** The pages with the header that the New Frontend System draws by itself. */
export function LegacyPage(props: { help?: IncidentHelp[] }) {
  const t = useIncidentsText();
  return (
    <Page themeId="tool">
      <Header title={t('nav.title')} />
      <Content noPadding>
        <HelpProvider value={props.help ?? NONE}>
          <IncidentsPages />
        </HelpProvider>
      </Content>
    </Page>
  );
}
