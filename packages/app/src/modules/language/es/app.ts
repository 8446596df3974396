import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { appTranslationRef } from '../appTranslation';

export default createTranslationMessages({
  ref: appTranslationRef,
  full: true,
  messages: {
    'nav.home': 'Ghostlight, inicio',
    'nav.menu': 'Menú',
    'nav.search': 'Buscar',
    'nav.start': 'Inicio',
    'nav.catalog': 'Catálogo',
    'nav.reliability': 'Fiabilidad',
    'nav.incidents': 'Incidentes',
    'nav.delivery': 'Entregas',
    'nav.runbooks': 'Runbooks',
    'nav.create': 'Crear',
    'nav.apis': 'API',
    'nav.docs': 'Documentación',
    'nav.settings': 'Ajustes',
    'nav.notifications': 'Notificaciones',
  },
});
