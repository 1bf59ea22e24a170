import { handIn } from '#lib/papers/handin.ts';
import { readOnly } from '#lib/papers/paper.ts';
import { resultAddress } from './address.ts';
import { entriesOf, paperIn } from './form.ts';
import { notNow } from './not-now.ts';
import { showPaper } from './show.ts';

const notKept =
	'There is no connection, and this paper is not kept in your browser. Your answers are kept: hand in later.';

/** Hands a paper in on the device: leads to its result, or says what is to be mended first, as the server does. */
export async function handInHere(form: HTMLFormElement, button: HTMLElement | null) {
	const kept = await paperIn(form);
	if (!kept) return notNow(form, notKept);
	const only = readOnly(new URLSearchParams(location.search).get('only'), kept.form.items.length);
	const handed = handIn(kept.form, entriesOf(form, button), only);
	if ('code' in handed) {
		const { module, seed, bank } = kept.form;
		location.assign(resultAddress(location, `${module}/${seed}`, bank, handed.code, only));
		return;
	}
	showPaper(kept, only, handed);
}
