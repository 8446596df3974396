import { Content, Header, Page } from '@backstage/core-components';
import { DeliveryPages } from '../shell/DeliveryPages';
import { useDeliveryText } from '../translation';

/** The pages with the header that the New Frontend System draws by itself. */
export function LegacyPage() {
  const t = useDeliveryText();
  return (
    <Page themeId="tool">
      <Header title={t('nav.title')} />
      <Content noPadding>
        <DeliveryPages />
      </Content>
    </Page>
  );
}
