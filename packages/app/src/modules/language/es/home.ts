import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { homeTranslationRef } from '@backstage/plugin-home';

export default createTranslationMessages({
  ref: homeTranslationRef,
  full: false,
  messages: {
    'addWidgetDialog.title': 'Añadir un panel',
    'addWidgetDialog.noAvailableWidgets': 'Ya están todos los paneles.',
    'customHomepageButtons.edit': 'Editar',
    'customHomepageButtons.restoreDefaults': 'Restaurar',
    'customHomepageButtons.clearAll': 'Quitar todo',
    'customHomepageButtons.addWidget': 'Añadir panel',
    'customHomepageButtons.save': 'Guardar',
    'customHomepageButtons.cancel': 'Cancelar',
    'customHomepage.noWidgets':
      'Aún no hay paneles. Empiece con «Añadir panel».',
    'widgetSettingsOverlay.editSettingsTooltip': 'Editar los ajustes',
    'widgetSettingsOverlay.deleteWidgetTooltip': 'Quitar el panel',
    'widgetSettingsOverlay.submitButtonTitle': 'Guardar',
    'widgetSettingsOverlay.cancelButtonTitle': 'Cancelar',
    'starredEntities.noStarredEntitiesMessage':
      'Pulse la estrella junto al nombre de una entidad para tenerla aquí.',
    'starredEntityListItem.removeFavoriteEntityTitle': 'Quitar de favoritos',
  },
});
