/** HTML without the comments by which Svelte would find its places again: no page is hydrated. */
export const withoutMarks = (html: string): string => html.replace(/<!--[^>]*-->/g, '');
