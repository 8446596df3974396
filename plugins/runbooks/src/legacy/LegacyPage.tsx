import { Content, Header, Page } from '@backstage/core-components';
import { RunbooksPages } from '../shell/RunbooksPages';
import { useRunbooksText } from '../translation';

/** The pages with the header that the New Frontend System draws by itself. */
export function LegacyPage() {
  const t = useRunbooksText();
  return (
    <Page themeId="tool">
      <Header title={t('nav.title')} />
      <Content noPadding>
        <RunbooksPages />
      </Content>
    </Page>
  );
}
