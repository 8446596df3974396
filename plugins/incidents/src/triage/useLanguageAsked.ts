import { useFormats } from '@ghostlight/reliability-react';

/** What analyses are asked for in: the reader's language where prompts have it. */
export function useLanguageAsked(): 'en' | 'es' {
  const { language } = useFormats();
  return language.split('-')[0] === 'es' ? 'es' : 'en';
}
