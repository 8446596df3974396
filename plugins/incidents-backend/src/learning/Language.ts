/** What drafts and documents can be written in. What people wrote stays as it is. */
export type Language = 'en' | 'es';
