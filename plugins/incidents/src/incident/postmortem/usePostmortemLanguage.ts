import { useFormats } from '@ghostlight/reliability-react';
import type { PostmortemLanguage } from '../../hooks';

/** What the reader's postmortems are drafted in: their language where the backend has it. */
export function usePostmortemLanguage(): PostmortemLanguage {
  const { language } = useFormats();
  return language.split('-')[0] === 'es' ? 'es' : 'en';
}
