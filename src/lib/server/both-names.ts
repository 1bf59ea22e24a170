import pack from 'virtual:content';
import { namePairs } from '../facts/pairs.ts';
import { markerOf } from './mark-names.ts';

let marker: ReturnType<typeof markerOf> | undefined;

/** HTML with the names of this sourcebook's places marked, so that a reader's choice can order them. */
export const bothNames = (html: string): string => (marker ??= markerOf(namePairs(pack)))(html);
