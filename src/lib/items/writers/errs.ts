import { locatorText } from '../../facts/corroboration.ts';
import { formatDate } from '../../facts/dates.ts';
import type { Source } from '../../facts/schema.ts';
import { wholeWord } from '../../facts/words.ts';
import { choose, type Candidate } from '../choose.ts';
import { tallyOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import type { Rationale } from '../item.ts';
import { rationaleOf } from '../rationale.ts';
import {
	nearestOf,
	reportsAround,
	reportsByTopic,
	slipsOf,
	soundOf,
	type Slip,
	type Sound
} from '../slips.ts';
import type { Tally } from '../tally.ts';

const label = ({ short, published }: Source, text: string): string =>
	`${short}, ${formatDate(published)}: ${text}`;

function why({ fact, source, evidence }: Slip): Rationale {
	const { text, facts, sources } = rationaleOf(fact);
	const here = { source: source.id, locator: locatorText(evidence), quote: evidence.quote };
	return { text, facts, sources: [here, ...sources] };
}

function write(
	slip: Slip,
	variant: string,
	stem: string,
	show: (one: { source: Source; text: string }) => string,
	sound: Sound[],
	tally: Tally
): Draft<'errs'> | string {
	const slot = `${slip.fact.id}.errs.${slip.source.id}`;
	const id = `${slot}.${variant}`;
	const key = show(slip);
	const candidates = nearestOf(sound, slip).map((of) => ({ text: show(of), order: undefined, of }));
	let flaw = 'fewer than three statements that another voice bears out';
	const flawless = (set: Candidate<Sound>[]) => {
		const texts = set.map(({ text }) => text);
		const found = optionFlaw(stem, key, texts);
		if (found) flaw = found;
		const facts = new Set(set.map(({ of }) => of.fact.id));
		return !found && set.length === 3 && facts.size === 3;
	};
	const chosen = choose(id, undefined, candidates, flawless, { stem, key, tally });
	if (!chosen) return flaw;
	const options = [
		option(id, key, true, why(slip)),
		...chosen.map(({ text, of }) => option(id, text, false, rationaleOf(of.fact)))
	];
	return {
		...common({
			id,
			kind: 'errs',
			level: 'source-reasoning',
			slot,
			stem,
			from: [slip.fact, ...chosen.map(({ of }) => of.fact)],
			asks: [slot],
			printed: chosen.map(({ of }) => of.fact.id),
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false
	};
}

/** Among statements of one report, and among statements of several: what is known to be wrong is the key. */
function writeSlip(
	slip: Slip,
	about: RegExp,
	reports: Map<string, Source[]>,
	writing: Writing
): (Draft<'errs'> | string)[] {
	const own = soundOf(slip.source, slip, about, writing);
	const first = reportsAround(slip, reports, writing).flatMap((source) => {
		return nearestOf(soundOf(source, slip, about, writing), slip).slice(0, 1);
	});
	const tally = tallyOf('errs', 'all', writing);
	return [
		write(
			slip,
			'statements',
			`In which of these statements does ${slip.source.called} err?`,
			({ text }) => text,
			own,
			tally
		),
		write(
			slip,
			'reports',
			'Which of these reports errs in the statement given?',
			({ source, text }) => label(source, text),
			first,
			tally
		)
	];
}

/** Which report errs, and where: a statement that an established fact corrects, beside statements that others bear out. */
export const writeErrs: Writer<'errs'> = (writing, drop) => {
	const { pack } = writing.index;
	const names = pack.sources.flatMap(({ publisher, short }) => [publisher, short]);
	const reports = reportsByTopic(writing);
	const about = wholeWord([...new Set(names), 'report', 'reports', 'page']);
	return writing.keyable
		.filter(({ standing }) => standing === 'established')
		.flatMap((fact) => slipsOf(fact, writing))
		.flatMap((slip) =>
			writeSlip(slip, about, reports, writing).flatMap((written, at) => {
				if (typeof written !== 'string') return [written];
				drop({ id: `${slip.fact.id}.errs.${slip.source.id}.${at}`, why: written });
				return [];
			})
		);
};
