import { Content, Header, Page } from '@backstage/core-components';
import { IncidentsPages } from '../shell/IncidentsPages';
import { useIncidentsText } from '../translation';

/** The pages with the header that the New Frontend System draws by itself. */
export function LegacyPage() {
  const t = useIncidentsText();
  return (
    <Page themeId="tool">
      <Header title={t('nav.title')} />
      <Content noPadding>
        <IncidentsPages />
      </Content>
    </Page>
  );
}
