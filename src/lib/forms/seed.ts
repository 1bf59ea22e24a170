import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { hash } from '../items/hash.ts';

/** Crockford's base 32: no I, L, O or U, so that a seed can be read aloud and copied from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const seedLength = 6;

/** The seed that a person meant: any case, hyphens and spaces ignored, O for 0, I and L for 1. Undefined when it is none. */
export function readSeed(text: string): string | undefined {
	const seed = text.toUpperCase().replace(/[-\s]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
	const isSeed = seed.length === seedLength && [...seed].every((one) => alphabet.includes(one));
	return isSeed ? seed : undefined;
}

/** A seed from a random number of at least 30 bits, which the caller draws. */
export function seedFrom(random: number): string {
	let rest = Math.floor(random);
	return Array.from({ length: seedLength }, () => {
		const character = alphabet[rest % alphabet.length] ?? '0';
		rest = Math.floor(rest / alphabet.length);
		return character;
	}).join('');
}

/** As it stands on paper: "7K3-M9Q". */
export const shownSeed = (seed: string): string => `${seed.slice(0, 3)}-${seed.slice(3)}`;

/** Draws from a list of choices, the same for the same name on every machine. */
export interface Draw {
	/** A whole number from 0 to `below` - 1. */
	below(below: number): number;
	/** A shuffled copy (Fisher and Yates; in place, after Durstenfeld 1964). */
	shuffle<T>(list: readonly T[]): T[];
}

export function drawFrom(name: string): Draw {
	const generator = xoroshiro128plus(hash(name));
	const below = (limit: number) => uniformInt(generator, 0, limit - 1);
	return {
		below,
		shuffle<T>(list: readonly T[]) {
			const mixed = [...list];
			for (let last = mixed.length - 1; last > 0; last--) {
				const other = below(last + 1);
				[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
			}
			return mixed;
		}
	};
}
