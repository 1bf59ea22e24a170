import type { Index } from '../facts/pack.ts';
import type { RoleValue } from '../facts/schema.ts';

/** Whether a value is an event that everybody can date: it says too much beside other events. It may still be asked when it was. */
export const isFamous = (value: RoleValue | undefined, { entity }: Index): boolean =>
	typeof value === 'string' && entity.get(value)?.famous === true;
