import { make } from '../make.ts';

/** Says at the end of a paper why it can't be handed in now. */
export function notNow(form: HTMLFormElement, sentence: string) {
	form.querySelector('.not-now')?.remove();
	form.append(make('p', { class: 'not-now problem', role: 'alert' }, sentence));
}
