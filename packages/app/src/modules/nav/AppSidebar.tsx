import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { appTranslationRef } from '../language';
import { SidebarLogo } from './SidebarLogo';

/** The pages with a place of their own; titles that plugins give are plain strings, so these are ours. */
const titles = {
  'page:catalog': 'nav.catalog',
  'page:home': 'nav.start',
  'page:slo': 'nav.reliability',
  'page:incidents': 'nav.incidents',
  'page:delivery': 'nav.delivery',
  'page:runbooks': 'nav.runbooks',
  'page:scaffolder': 'nav.create',
  'page:api-docs': 'nav.apis',
  'page:techdocs': 'nav.docs',
  'page:user-settings': 'nav.settings',
} as const;

function isTitled(id: string): id is keyof typeof titles {
  return id in titles;
}

function NavItem({ node, icon, href, title }: NavContentNavItem) {
  const { t } = useTranslationRef(appTranslationRef);
  const { id } = node.spec;
  return (
    <SidebarItem
      icon={() => icon}
      to={href}
      text={isTitled(id) ? t(titles[id]) : title}
    />
  );
}

export function AppSidebar({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const nav = navItems.withComponent(NavItem);

  // Reached by an entry of their own below, or from the pages they belong to.
  nav.take('page:search');
  nav.take('page:notifications');
  nav.take('page:catalog-graph');
  nav.take('page:catalog-import');
  nav.take('page:app-visualizer');

  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarGroup label={t('nav.search')} icon={<SearchIcon />} to="/search">
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label={t('nav.menu')} icon={<MenuIcon />}>
        {nav.take('page:home')}
        {nav.take('page:catalog')}
        {nav.take('page:slo')}
        {nav.take('page:incidents')}
        {nav.take('page:delivery')}
        {nav.take('page:runbooks')}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {nav.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem text={t('nav.notifications')} />
      <SidebarDivider />
      <SidebarGroup
        label={t('nav.settings')}
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {nav.take('page:user-settings')}
      </SidebarGroup>
    </Sidebar>
  );
}
