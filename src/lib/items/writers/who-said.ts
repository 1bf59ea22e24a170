import { formatDate } from '../../facts/dates.ts';
import { originOf } from '../../facts/corroboration.ts';
import { need } from '../../facts/pack.ts';
import type { Fact, Source } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { choose } from '../choose.ts';
import { byId, relationOf, tallyOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { questionOf, type Question } from '../quoted.ts';
import { citationsIn, rationaleOf } from '../rationale.ts';
import { readOf } from '../reports.ts';
import { isFair, rivalsOf } from '../rivals.ts';
import { startSpeakers } from '../speakers.ts';
import { offersOf, type Offer } from './who-said-names.ts';

/** Wrong options are chosen among so many who are nearest to the speaker. */
const reach = 7;

/** The wording without its day where the name of the report gives that already. */
const onDayOf = ({ source, day }: Question, template: string): string =>
	source.called.includes(formatDate(day)) ? template.replace(/ \{as-of\.on\}/, '') : template;

function write(question: Question, template: string): Draft<'who-said'> | string {
	const { fact, source, writing } = question;
	const { index } = writing;
	const id = `${fact.id}.who-said.by.${source.id}`;
	const asked = onDayOf(question, template);
	const stem = word(asked, fact, index, {}, {}, { report: readOf(source, 'an') });
	const near = rivalsOf(question)
		.filter(({ other }) => !stem.includes(other.short ?? other.name))
		.slice(0, reach);
	let flaw = 'fewer than two proved distractors that leave something to know';
	for (const { key, candidates } of offersOf(question, near)) {
		const isClean = (set: typeof candidates) => {
			const rivals = set.map(({ of }) => of);
			if (!isFair(rivals, near, question)) return false;
			const texts = set.map(({ text }) => text);
			const found = optionFlaw(stem, key, texts);
			flaw = found ?? flaw;
			return !found;
		};
		// One total for all topics: few sets are fair, and a topic alone could not be kept even.
		const looks = { stem, key, tally: tallyOf('who-said', '', writing) };
		const chosen = choose(`${fact.id}/who`, undefined, candidates, isClean, looks);
		if (chosen) return draft(question, id, stem, { key, candidates: chosen });
	}
	return flaw;
}

function draft(question: Question, id: string, stem: string, offer: Offer): Draft<'who-said'> {
	const { fact, source, writing } = question;
	const right = { ...rationaleOf(fact), sources: citationsIn([fact], source) };
	const options = [
		option(id, offer.key, true, right),
		...offer.candidates.map(({ text, of }) => option(id, text, false, of.proof))
	];
	return {
		...common({
			id,
			kind: 'who-said',
			level: 'source-reasoning',
			slot: `${fact.id}.by`,
			stem,
			from: [fact],
			asks: [`${fact.id}.by`],
			// A figure or a decision stands in the stem, and other items ask for it.
			printed: relationOf(fact, writing.index).value === 'by' ? [] : [fact.id],
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false
	};
}

const tiers = ['A', 'B', 'C'];
const rank = ({ read, tier = 'C' }: Source): number =>
	read === 'in-full' ? -1 : tiers.indexOf(tier);

/** The reports that carry the words, the best one first. */
const reportsOf = (fact: Fact, { index }: Writing): Source[] =>
	[
		...new Set(
			fact.evidence.filter(({ stance }) => stance === 'supports').map(({ source }) => source)
		)
	]
		.map((id) => need(index.source, id, 'source'))
		.filter(({ voices }) => voices)
		.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));

/** Who said it: words of one party, in a report, or the part of it that we hold, whose voices are all listed. */
export const writeWhoSaid: Writer<'who-said'> = (writing, drop) => {
	const { index } = writing;
	const speakers = startSpeakers(index);
	// The totals that keep guessing at chance go by the order of the facts: no file gives it.
	const asked = index.pack.facts
		.filter((fact) => fact.attribution && relationOf(fact, index)['who-said'])
		.sort(byId);
	return asked.flatMap((fact) => {
		const template = relationOf(fact, index)['who-said'] ?? '';
		const drafts: Draft<'who-said'>[] = [];
		const origins = new Set<string>();
		for (const source of reportsOf(fact, writing)) {
			const origin = originOf(source, index);
			if (drafts.length === 2 || origins.has(origin)) continue;
			const question = questionOf(fact, source, speakers, writing);
			const draft = typeof question === 'string' ? question : write(question, template);
			if (typeof draft === 'string') {
				drop({ id: `${fact.id}.who-said.by.${source.id}`, why: draft });
				continue;
			}
			drafts.push(draft);
			origins.add(origin);
		}
		return drafts;
	});
};
