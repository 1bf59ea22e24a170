import { capitalise, nameOf, shortNameOf, valueText } from '../../facts/naming.ts';
import { need, roleOf } from '../../facts/pack.ts';
import type { Entity, Fact, Source } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { choose } from '../choose.ts';
import { byId, relationOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { rationaleOf } from '../rationale.ts';

/** A government, its ministry and its minister may speak with one mouth: they don't stand beside each other. */
function couldSpeakFor(a: Entity, b: Entity): boolean {
	if (a.side === undefined || a.side !== b.side) return a.id === b.side || b.id === a.side;
	const apart = a.kind === b.kind && a.kind !== 'state';
	return !apart;
}

/** Who else is quoted in the report and can be shown not to have said this. */
function otherVoices(fact: Fact, source: Source, speaker: Entity, writing: Writing) {
	const { index } = writing;
	const here = [...(index.factsBySource.get(source.id) ?? [])].sort(byId);
	const said = roleOf(fact, 'object');
	const words = said === undefined ? '' : valueText(said, index);
	// Nobody is asked whether they said something about themselves under their own name.
	const isNamed = ({ name, short }: Entity) =>
		[name, short].some((one) => one !== undefined && words.includes(one));
	return (source.voices ?? []).flatMap((id) => {
		const other = need(index.entity, id, 'entity');
		const blamed = fact.against !== undefined && [other.id, other.side].includes(fact.against);
		if (id === speaker.id || blamed || isNamed(other) || couldSpeakFor(speaker, other)) return [];
		const theirs = here.filter(({ attribution }) => attribution?.by === id);
		if (fact.about !== undefined && theirs.some(({ about }) => about === fact.about)) {
			// Both spoke on this point: only a contrary position proves that these are not the other's words.
			const contrary = theirs.find((one) => one.contradicts.includes(fact.id));
			return contrary ? [{ other, proof: rationaleOf(contrary) }] : [];
		}
		const [elsewhere = fact] = theirs;
		return [{ other, proof: rationaleOf(elsewhere) }];
	});
}

/** One mouth a side: of a state and its ministry only the first stays. */
function apart<T extends { other: Entity }>(voices: T[]): T[] {
	const kept: T[] = [];
	for (const voice of voices)
		if (!kept.some(({ other }) => couldSpeakFor(other, voice.other))) kept.push(voice);
	return kept;
}

function write(fact: Fact, source: Source, writing: Writing): Draft<'who-said'> | string {
	const { index } = writing;
	const template = relationOf(fact, index)['who-said'];
	const by = roleOf(fact, 'by');
	if (template === undefined || typeof by !== 'string') return 'the relation asks for no speaker';
	const speaker = need(index.entity, by, 'entity');
	if (!source.voices?.includes(by)) return `${source.id} does not list ${by} among its voices`;
	const id = `${fact.id}.who-said.by.${source.id}`;
	const day = fact.attribution?.['as-of'];
	const name = (entity: Entity) =>
		capitalise(entity.kind === 'person' ? nameOf(entity, { day }) : shortNameOf(entity));
	const stem = word(template, fact, index, {}, {}, { report: source.called });
	const voices = otherVoices(fact, source, speaker, writing);
	const alike = voices.filter(
		({ other }) => (other.kind === 'person') === (speaker.kind === 'person')
	);
	const candidates = apart(alike.length > 2 ? alike : voices).map((of) => ({
		text: name(of.other),
		order: undefined,
		of
	}));
	let flaw = 'fewer than two proved distractors';
	const chosen = choose(id, undefined, candidates, (set) => {
		const found = optionFlaw(
			stem,
			name(speaker),
			set.map(({ text }) => text)
		);
		if (found) flaw = found;
		return !found;
	});
	if (!chosen) return flaw;
	const options = [
		option(id, name(speaker), true, rationaleOf(fact)),
		...chosen.map(({ text, of }) => option(id, text, false, of.proof))
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
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false
	};
}

/** Who said it: words of one party, in a report that was read in full and whose voices are all listed. */
export const writeWhoSaid: Writer<'who-said'> = (writing, drop) =>
	writing.index.pack.facts
		.filter(
			(fact) => fact.standing !== 'established' && relationOf(fact, writing.index)['who-said']
		)
		.flatMap((fact) =>
			fact.evidence
				.filter(({ stance }) => stance === 'supports')
				.map(({ source }) => need(writing.index.source, source, 'source'))
				.filter(
					(source, place, all) =>
						source.read === 'in-full' && source.voices && all.indexOf(source) === place
				)
				.flatMap((source) => {
					const draft = write(fact, source, writing);
					if (typeof draft !== 'string') return [draft];
					drop({ id: `${fact.id}.who-said.by.${source.id}`, why: draft });
					return [];
				})
		);
