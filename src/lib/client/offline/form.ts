import type { KeptPaper } from './packs.ts';
import { paperOf } from './packs.ts';

/** The fields of a form as a browser sends them. */
export const entriesOf = (form: HTMLFormElement, button?: HTMLElement | null) =>
	[...new FormData(form, button)].map(([name, value]): [string, string] => [name, String(value)]);

/** The paper that a form on the page is, in the version in which it stands there. */
export function paperIn(form: HTMLFormElement): Promise<KeptPaper | undefined> {
	const [module = '', seed = ''] = form.dataset['paper']?.split('/') ?? [];
	const version = new FormData(form).get('version');
	return paperOf(module, seed, typeof version === 'string' ? version : undefined);
}
