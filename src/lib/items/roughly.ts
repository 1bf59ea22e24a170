import type { RoleValue } from '../facts/schema.ts';
import { isCount } from './values.ts';

/** A question whose answer is a rounded number says so: "About how many …". */
export const roughly = (stem: string, key: RoleValue): string =>
	isCount(key) && key.qualifier === 'about'
		? stem.replace(/^How (many|long)\b/, 'About how $1')
		: stem;
