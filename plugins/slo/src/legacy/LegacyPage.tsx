import { Content, Header, Page } from '@backstage/core-components';
import { ReliabilityPage } from '../page/ReliabilityPage';
import { useSloText } from '../translation';

/** The page with the header that the New Frontend System draws by itself. */
export function LegacyPage() {
  const t = useSloText();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <Content noPadding>
        <ReliabilityPage />
      </Content>
    </Page>
  );
}
