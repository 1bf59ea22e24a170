import { choose, chosen } from './comfort.ts';
import css from './listen.css?inline';
import { make } from './make.ts';
import { sentencesOf, type Spoken } from './sentences.ts';
import { addStyles } from './styles.ts';

const rates = { '0.8': 'Slow', '1': 'Usual', '1.2': 'Faster', '1.5': 'Fast' };
const voicesWaitMillis = 1500;
const voiceless = 'This browser has no voice to read with.';

/** Marks the sentence that is being read; nothing in the page changes for it. */
function mark(range: Range | undefined) {
	if ('highlights' in CSS) {
		if (range) CSS.highlights.set('spoken', new Highlight(range));
		else CSS.highlights.delete('spoken');
		return;
	}
	const selection = getSelection();
	selection?.removeAllRanges();
	if (range) selection?.addRange(range);
}

/** Keeps the sentence in sight, between the upper edge and the player. */
function show(range: Range) {
	const { top, bottom } = range.getBoundingClientRect();
	if (top >= 0 && bottom < innerHeight * 0.8) return;
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	scrollBy({ top: top - innerHeight / 4, behavior: still ? 'auto' : 'smooth' });
}

/** Voices come late in some browsers. */
async function hasVoice(): Promise<boolean> {
	if (speechSynthesis.getVoices().length > 0) return true;
	await new Promise((done) => {
		speechSynthesis.addEventListener('voiceschanged', done, { once: true });
		setTimeout(done, voicesWaitMillis);
	});
	return speechSynthesis.getVoices().length > 0;
}

/** Where to begin: with the sentence that the reader has selected, else with the first. */
function startOf(sentences: readonly Spoken[]): number {
	const selection = getSelection();
	if (!selection || selection.isCollapsed) return 0;
	const from = selection.getRangeAt(0);
	const found = sentences.findIndex(
		({ range }) => range.compareBoundaryPoints(Range.START_TO_END, from) > 0
	);
	return Math.max(0, found);
}

/** Reads sentence by sentence: a pause breaks a sentence off, and going on begins it again. */
class Reader {
	readonly #sentences: Spoken[];
	readonly #changed: () => void;
	#at: number;
	/** Counts what was begun: an utterance that was broken off reports its end too. */
	#turn = 0;
	reading = false;

	constructor(sentences: Spoken[], changed: () => void) {
		this.#sentences = sentences;
		this.#changed = changed;
		this.#at = startOf(sentences);
	}

	get ended(): boolean {
		return this.#at >= this.#sentences.length;
	}

	read() {
		const sentence = this.#sentences[this.#at];
		const turn = ++this.#turn;
		speechSynthesis.cancel();
		this.reading = sentence !== undefined;
		mark(sentence?.range);
		if (sentence) {
			show(sentence.range);
			const utterance = new SpeechSynthesisUtterance(sentence.text);
			utterance.lang = document.documentElement.lang;
			utterance.rate = Number(chosen()['rate'] ?? 1);
			utterance.onend = () => turn === this.#turn && this.move(1);
			utterance.onerror = () => turn === this.#turn && this.pause();
			speechSynthesis.speak(utterance);
		}
		this.#changed();
	}

	move(by: number) {
		this.#at = Math.max(0, this.#at + by);
		this.read();
	}

	pause() {
		this.#turn++;
		this.reading = false;
		speechSynthesis.cancel();
		this.#changed();
	}

	stop() {
		this.pause();
		mark(undefined);
	}
}

const button = (name: string, player: string, press: () => void) => {
	const made = make('button', { type: 'button', 'data-player': player }, name);
	made.addEventListener('click', press);
	return made;
};

function rateChoice(changed: () => void): HTMLElement {
	const select = make('select');
	for (const [rate, name] of Object.entries(rates))
		select.append(make('option', { value: rate }, name));
	select.value = chosen()['rate'] ?? '1';
	select.addEventListener('change', () => {
		choose('rate', select.value === '1' ? '' : select.value);
		changed();
	});
	return make('label', {}, 'Speed', select);
}

function play(sentences: Spoken[], from: HTMLElement) {
	const player = make('section', { class: 'player screen-only', 'aria-label': 'Reading aloud' });
	const close = () => {
		reader.stop();
		removeEventListener('pagehide', close);
		player.remove();
		from.focus();
	};
	const pause = button('Pause', 'pause', () => (reader.reading ? reader.pause() : reader.read()));
	const reader = new Reader(sentences, () => {
		if (reader.ended) close();
		pause.textContent = reader.reading ? 'Pause' : 'Go on';
	});
	player.append(
		button('Back', 'back', () => reader.move(-1)),
		pause,
		button('Next', 'on', () => reader.move(1)),
		rateChoice(() => reader.reading && reader.read()),
		button('Stop', 'stop', close)
	);
	addEventListener('pagehide', close);
	from.after(player);
	pause.focus();
	reader.read();
}

/** Reads the text of the page aloud; the button that asked for it says so when there is no voice. */
export async function listen(from: HTMLElement) {
	if (document.querySelector('.player')) return;
	addStyles(css);
	if (!(await hasVoice())) {
		from.after(make('p', { role: 'alert', class: 'said' }, voiceless));
		from.hidden = true;
		return;
	}
	play(sentencesOf(document.querySelectorAll('main h1, main .subtitle, main .text')), from);
}
