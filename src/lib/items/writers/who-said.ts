import { capitalise } from '../../facts/naming.ts';
import { originOf } from '../../facts/corroboration.ts';
import { need, roleOf } from '../../facts/pack.ts';
import type { Entity, Fact, Source } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { choose, type Candidate } from '../choose.ts';
import { byId, relationOf, tallyOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { namesOf, speakerName, type Question } from '../quoted.ts';
import { citationsIn, rationaleOf } from '../rationale.ts';
import { readOf } from '../reports.ts';
import { isFair, rivalsOf, type Rival } from '../rivals.ts';
import { startSpeakers, type Speakers } from '../speakers.ts';

/** Wrong options are chosen among so many who are nearest to the speaker. */
const reach = 6;

/** A report tells what others said: who speaks in a paper of their own is no question. */
const isOwnPaper = ({ publisher, called }: Source, names: (string | undefined)[]): boolean =>
	names.some((name) => name !== undefined && (publisher.includes(name) || called.includes(name)));

/** An office prints its own: where the words come from one of the speaker's side, nobody else comes into question. */
function isOwnOffice(
	{ kind, publisher, called }: Source,
	speaker: Entity,
	{ index }: Writing
): boolean {
	if (kind !== 'official' || speaker.side === undefined) return false;
	const label = `${publisher} ${called}`;
	const ours = index.pack.entities.filter(
		({ id, kind: sort, side }) => id === speaker.side || (side === speaker.side && sort !== 'event')
	);
	return ours.some((one) =>
		[...namesOf(one), ...one.adjectives].some((name) => label.includes(name))
	);
}

/** Somebody who is only described, "the local official", is no name to tell from others. */
const isNamed = ({ name, short = name }: Entity): boolean => /^\p{Lu}/u.test(short);

function questionOf(
	fact: Fact,
	source: Source,
	speakers: Speakers,
	writing: Writing
): Question | string {
	const by = roleOf(fact, 'by');
	const day = fact.attribution?.['as-of'];
	if (typeof by !== 'string' || day === undefined) return 'the fact rests on nobody’s word';
	const speaker = need(writing.index.entity, by, 'entity');
	if (!source.voices?.includes(by)) return `${source.id} does not list ${by} among its voices`;
	if (fact.wording) return 'the fact is said in words of its own';
	if (!isNamed(speaker)) return 'the speaker has no name';
	if (isOwnOffice(source, speaker, writing))
		return 'the report is from an office of the speaker’s side';
	return isOwnPaper(source, [speaker.name, speaker.short, ...speaker.aliases])
		? 'the report is the speaker’s own, or names the speaker'
		: { fact, source, speaker, day, speakers, writing };
}

interface Offer {
	key: string;
	candidates: Candidate<Rival>[];
}

/** Bodies as a sentence names them; what is called by one word of its own, Memorial, is so without an article. */
const hasArticle = ({ kind, the, short = '' }: Entity): boolean =>
	kind !== 'person' && the && !/^\p{Lu}\p{Ll}+$/u.test(short);

/** The speaker and the rivals by name: either all persons have the title of that day, or none has. */
function offerOf({ speaker, day }: Question, near: Rival[], plain: boolean): Offer {
	const text = (entity: Entity) => {
		const name = speakerName(entity, day, plain);
		return capitalise(hasArticle(entity) ? `the ${name}` : name);
	};
	const isTitled = (entity: Entity) => text(entity) !== capitalise(entity.name);
	const candidates = near
		.filter(({ other }) => other.kind !== 'person' || isTitled(other) === isTitled(speaker))
		.map((of) => ({ text: text(of.other), order: undefined, of }));
	return { key: text(speaker), candidates };
}

/** How long the key is beside the others. */
const weight = ({ key, candidates }: Offer): number =>
	key.length / (candidates.reduce((sum, { text }) => sum + text.length, 0) / candidates.length);

/** Names with titles and without, first those among which the key is not small: else it would seldom be the longest. */
const offersOf = (question: Question, near: Rival[]): Offer[] =>
	[false, true]
		.map((plain) => offerOf(question, near, plain))
		.filter(({ candidates }) => candidates.length >= 2)
		.sort((a, b) => weight(b) - weight(a));

function write(question: Question, template: string): Draft<'who-said'> | string {
	const { fact, source, writing } = question;
	const { index } = writing;
	const id = `${fact.id}.who-said.by.${source.id}`;
	const stem = word(template, fact, index, {}, {}, { report: readOf(source, 'an') });
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
	const right = { ...rationaleOf(fact), sources: citationsIn(fact, source) };
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
