import { readSeed } from '#lib/forms/seed.ts';
import { readOnly } from '#lib/papers/paper.ts';
import type { Wanted } from './address.ts';
import { handInHere } from './hand-in.ts';
import { packOf, paperOf } from './packs.ts';
import { showPaper, showResult } from './show.ts';

/** Another paper of the module than the one the reader comes from. */
async function seedOf({ module, seed }: Wanted): Promise<string | undefined> {
	if (seed) return readSeed(seed);
	const seeds = (await packOf(module))?.forms.map((form) => form.seed) ?? [];
	const last = seeds.findIndex((one) => document.referrer.includes(`/${one}`));
	return seeds[(last + 1) % seeds.length];
}

/** Shows the quiz, paper or result that an address asks for. @returns whether this device could */
export async function openHere(wanted: Wanted): Promise<boolean> {
	const seed = await seedOf(wanted);
	const kept = seed && (await paperOf(wanted.module, seed, wanted.version));
	if (!kept) return false;
	const only = readOnly(wanted.only, kept.form.items.length);
	if (only?.length === 0) return false;
	if (wanted.code !== null) return showResult(kept, wanted.code, only);
	if (!wanted.seed) history.replaceState(null, '', `/quiz/${wanted.module}/${seed}`);
	const form = showPaper(kept, only);
	if (form && wanted.handIn) {
		history.replaceState(null, '', location.pathname + location.search);
		await handInHere(form, null);
	}
	return true;
}
