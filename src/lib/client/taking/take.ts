import { bringDragging } from '../dragging/bring.ts';
import { make } from '../make.ts';
import { addMoves, sortByPlace } from '../order.ts';
import { bringUp } from './arrived.ts';
import { startClock } from './clock.ts';
import { showConflict } from './conflict.ts';
import { answeredEarly, fieldsOf, fill, itemOf, stateField, valuesOf } from './fields.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { startPost, type Standing } from './post.ts';
import { sayShut, wordsOf } from './says.ts';
import { askTime, type Stands, type Time } from './send.ts';

const restMillis = 300;
const clockMillis = 60_000;

/** Puts back what an earlier page left unsent, but not over what was answered since. */
function restore(form: HTMLFormElement, outbox: Outbox, since: readonly number[]) {
	for (const number of outbox.waiting.keys()) {
		if (since.includes(number)) continue;
		const newest = outbox.newest(number);
		if (newest && stateField(form, number)) fill(form, number, valuesOf(newest.fields));
	}
}

/** The line at the foot of the window: the time that is left, and whether all is saved. */
function sayer(form: HTMLFormElement) {
	const bar = form.querySelector<HTMLElement>('[data-bar]');
	const said = form.querySelector<HTMLElement>('[data-saved]') ?? make('span');
	const left = form.querySelector<HTMLElement>('[data-left]') ?? make('span');
	const told = make('span', { role: 'status', class: 'sr' });
	bar?.append(told);
	if (bar) bar.hidden = false;
	let last = '';
	return {
		left,
		tell: (sentence: string) => (told.textContent = sentence),
		standing(standing: Standing) {
			const name = JSON.stringify(standing);
			if (name === last) return;
			last = name;
			said.dataset['saved'] = standing.is;
			said.replaceChildren(...wordsOf(standing));
			if (standing.is === 'shut') sayShut(form, standing);
		}
	};
}

/** What a script adds to a paper of a class: each answer is saved as it is given, and the clock runs. */
export function wireTaking(form: HTMLFormElement) {
	const attempt = form.dataset['taking'] ?? '';
	const address = form.dataset['save'] ?? '';
	const outbox = openOutbox(attempt);
	const say = sayer(form);
	let setClock: (time: Time) => void = () => undefined;
	let over = false;

	function conflict(number: number, stands: Stands) {
		const item = itemOf(form, number);
		const settle = (state: string) => {
			const field = stateField(form, number);
			if (field) field.value = state;
			post.settled(number);
		};
		if (!item) return; // it is shown where the question stands
		showConflict(item, stands, {
			mine() {
				outbox.rebase(number, stands.state);
				settle(stands.state);
			},
			other() {
				outbox.drop(number);
				fill(form, number, stands.typed);
				const list = item.querySelector<HTMLElement>('[data-order]');
				if (list) sortByPlace(list);
				settle(stands.state);
			}
		});
	}

	const post = startPost({ address, attempt }, outbox, {
		standing: say.standing,
		conflict,
		saved(number, state) {
			const field = stateField(form, number);
			if (field) field.value = state;
		},
		time: (time) => setClock(time)
	});

	async function handInAtEnd() {
		over = true;
		const standing = await post.go();
		if (standing.is === 'saved' || standing.is === 'unread' || standing.is === 'conflict') {
			form.action = '?/submit';
			form.submit();
		}
	}

	const early = answeredEarly(form);
	bringUp(form, attempt, early);
	restore(form, outbox, early);
	for (const list of form.querySelectorAll<HTMLElement>('[data-order]')) {
		sortByPlace(list);
		addMoves(list);
	}
	bringDragging(form).catch(() => undefined);
	setClock = startClock(
		{
			now: Number(form.dataset['now']),
			ends: form.dataset['ends'] ? Number(form.dataset['ends']) : null
		},
		say.left,
		{ tell: say.tell, end: () => void handInAtEnd() }
	);
	saveAsTyped(form, outbox, post, early);
	leaveWhenSaved(form, post);

	async function resync() {
		const time = await askTime(address, attempt);
		setClock(time);
		if (time.shut) post.shut(time.shut.code, time.shut.sentence);
		else if (outbox.waiting.size > 0) {
			const { is } = await post.go();
			if (over && is === 'saved') void handInAtEnd();
		}
	}
	setInterval(() => void resync(), clockMillis);
	addEventListener('online', () => void resync());
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') void resync();
	});
	void post.go();
}

type Post = ReturnType<typeof startPost>;

/** Keeps each answer on the device at once, and sends it when the hand rests; those given `early` are sent with the first. */
function saveAsTyped(form: HTMLFormElement, outbox: Outbox, post: Post, early: readonly number[]) {
	let rest: ReturnType<typeof setTimeout> | undefined;
	function keep(number: number) {
		const state = stateField(form, number)?.value;
		if (state === undefined) return;
		outbox.add({ number, fields: fieldsOf(form, number), state, at: Date.now() });
		post.touched(number);
	}
	early.forEach(keep);
	form.addEventListener('input', ({ target }) => {
		const item = target instanceof Element ? target.closest<HTMLElement>('[data-number]') : null;
		if (!item) return;
		keep(Number(item.dataset['number']));
		clearTimeout(rest);
		rest = setTimeout(() => void post.go(), restMillis);
	});
}

/** Goes to another page, or hands in, only when all is saved; and once. */
function leaveWhenSaved(form: HTMLFormElement, post: Post) {
	let [leaving, sure] = [false, false];
	form.addEventListener('submit', (event) => {
		if (sure) return;
		event.preventDefault();
		if (leaving) return;
		leaving = true;
		void post.go().then(({ is }) => {
			leaving = false;
			if (is === 'conflict') form.querySelector<HTMLElement>('.conflict')?.focus();
			if (is !== 'saved' && is !== 'unread') return;
			sure = true;
			// not before the event is over: a form that is being handed in takes no other request
			setTimeout(() => form.requestSubmit(event.submitter));
		});
	});
	addEventListener('pageshow', () => ([leaving, sure] = [false, false]));
}
