/** A query as it is asked: one spelling of each letter, single spaces. */
export const queryOf = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
