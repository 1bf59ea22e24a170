import { capitalise, nameOf } from '../facts/naming.ts';
import { need } from '../facts/pack.ts';
import { pointOf } from '../facts/positions.ts';
import type { Entity, Fact } from '../facts/schema.ts';
import { areConfusable, type Writing } from './context.ts';
import { hash } from './hash.ts';
import type { Rationale } from './item.ts';
import { isParty, namesOf, pointsToSide, type Question } from './quoted.ts';
import { citationsIn, rationaleOf } from './rationale.ts';
import { readOf } from './reports.ts';
import { echoesAlly, mayHaveSaid, onSamePoint, opposes } from './same-point.ts';
import { couldSpeakFor, quartersFrom, type Speakers } from './speakers.ts';

/** Someone who could be taken for the speaker, and what shows that the report gives the words to another. */
export interface Rival {
	other: Entity;
	/** Speaks for the opposite position, or gives another figure. */
	contrary: boolean;
	/** Of the speaker's own side. */
	allied: boolean;
	proof: Rationale;
}

/** The proof, by what the report carries: it gives the words to one, and not to the other. */
function proofFor(question: Question, other: Entity, contrary: Fact | undefined): Rationale {
	const { fact, source, speaker, day, writing } = question;
	const [mine, theirs] = [speaker, other].map((one) => nameOf(one, { day }));
	const report = readOf(source, 'the');
	const own: Rationale = {
		text: `${capitalise(report)} gives these words to ${mine}; it does not quote ${theirs}.`,
		facts: [fact.id],
		sources: citationsIn([fact], source)
	};
	const here = (writing.index.factsBySource.get(source.id) ?? []).filter(
		({ attribution }) => attribution?.by === other.id
	);
	const [elsewhere] = [...here].sort((a, b) => hash(a.id) - hash(b.id));
	const shown = contrary ?? elsewhere;
	if (shown) {
		const { text, facts, sources } = rationaleOf(shown);
		return {
			text: `${capitalise(report)} gives these words to ${mine}. ${text}`,
			facts: [fact.id, ...facts],
			sources: [...own.sources, ...sources]
		};
	}
	return source.voices?.includes(other.id)
		? { ...own, text: `${capitalise(report)} gives these words to ${mine}, not to ${theirs}.` }
		: own;
}

/** Whether anyone could take one for the other: persons for persons, bodies for bodies, media for media, no bystanders. */
function isOfOneSort(other: Entity, speaker: Entity, alike: boolean, writing: Writing): boolean {
	const [a, b] = [other.kind, speaker.kind];
	if ((a === 'person') !== (b === 'person') || (a === 'group') !== (b === 'group')) return false;
	if ((other.independent || speaker.independent) && !alike) return false;
	return a !== 'state' || !isParty(speaker, writing);
}

/** Whether persons of one side serve the state itself or one body: who runs elections does not speak for a government. */
function servesWith(speaker: Entity, other: Entity): boolean {
	const own = new Set(speaker.roles.map((role) => role.of));
	return other.kind !== 'person' || other.roles.some(({ of }) => own.has(of) || of === other.side);
}

/** Whether one report at most carries the words of a body. */
const isRare = ({ id }: Entity, { carriedBy }: Speakers): boolean =>
	(carriedBy.get(id)?.length ?? 0) < 2;

/** How far from the speaker: in matter, in sort, in side and in time. The less, the better a wrong option. */
function costOf(question: Question, other: Entity, contrary: boolean): number | undefined {
	const { fact, speaker, day, speakers, writing } = question;
	const away = quartersFrom(other, day, speakers);
	const allied = other.side !== undefined && other.side === speaker.side;
	const alike = areConfusable(other.id, speaker.id, writing);
	const sameTopic = speakers.topics.get(other.id)?.has(fact.topic) ?? false;
	const party = isParty(other, writing);
	if (away === undefined) return undefined;
	const heard = question.source.voices?.includes(other.id) ?? false;
	if (contrary && (other.kind !== speaker.kind || (other.independent && !alike))) return undefined;
	if (contrary && party) return isParty(speaker, writing) || heard ? 3 : undefined;
	// Against a party's word only those stand whom the same report lets speak.
	if (contrary) return heard || !isParty(speaker, writing) ? 0 : undefined;
	if (!isOfOneSort(other, speaker, alike, writing)) return undefined;
	// Whoever is not known to speak of the matter is believed to have said it only beside a colleague who does.
	if (!sameTopic && !heard && !(alike && allied)) return undefined;
	if (allied && !heard && !servesWith(speaker, other)) return undefined;
	// A body of another sort that was heard but once, a parliament on a resolution, is not thought of.
	if (!alike && !heard && other.kind !== 'person' && isRare(other, speakers)) return undefined;
	const near = sameTopic || away <= 1;
	if (!(alike && (near || allied)) && !(allied && away <= 2)) return undefined;
	// The other party would not be believed to have said it, its bodies least of all.
	const opposed = party && !allied && isParty(speaker, writing);
	if (opposed && (pointsToSide(question) || (other.kind !== 'person' && !heard))) return undefined;
	const strange = party && !isParty(speaker, writing) ? 1 : 0;
	const aside = !allied && isParty(speaker, writing) && pointsToSide(question) ? 2 : 0;
	return (sameTopic ? 0 : 3) + (alike ? 0 : 1) + (allied ? 0 : 1) + strange + aside + away;
}

function rival(question: Question, other: Entity): (Rival & { cost: number }) | undefined {
	const { fact, speaker, words, writing } = question;
	if (other.id === speaker.id || couldSpeakFor(speaker, other)) return undefined;
	if (fact.against !== undefined && [other.id, other.side].includes(fact.against)) return undefined;
	if (mayHaveSaid(question, other) || echoesAlly(question, other)) return undefined;
	if (namesOf(other).some((name) => words.includes(name))) return undefined;
	const said = onSamePoint(question, other);
	if (said.some((one) => !opposes(one, fact, writing))) return undefined;
	const [contrary] = said;
	const cost = costOf(question, other, contrary !== undefined);
	if (cost === undefined || (other.kind === 'person') !== (speaker.kind === 'person'))
		return undefined;
	return {
		...{ other, cost, contrary: contrary !== undefined },
		allied: other.side !== undefined && other.side === speaker.side,
		proof: proofFor(question, other, contrary)
	};
}

/** From this cost on, a rival is better left out where there are enough without. */
const far = 3;
const enough = 3;

/** Where the words point to a party, only others of that party could be believed to have said them. */
function insiders(list: Rival[], question: Question): Rival[] {
	const closed = isParty(question.speaker, question.writing) && pointsToSide(question);
	return closed ? list.filter(({ allied, contrary }) => allied || contrary) : list;
}

/** Beside a party, whoever belongs to none and is not heard in the report is left out where enough others remain. */
function withoutBystanders(list: Rival[], { source, speaker, writing }: Question): Rival[] {
	if (!isParty(speaker, writing)) return list;
	const rest = list.filter(
		({ other, contrary }) =>
			contrary || isParty(other, writing) || source.voices?.includes(other.id)
	);
	return rest.length >= enough ? rest : list;
}

/** Whoever could be taken for the speaker of a fact in a report, those nearest to the speaker first. */
export function rivalsOf(question: Question): Rival[] {
	const { fact, source, speaker, speakers, writing } = question;
	const { index, confusable } = writing;
	const opposite = pointOf(fact, index)?.positions.flatMap(({ facts }) => facts) ?? [];
	const ids = new Set([
		...(source.voices ?? []),
		...speaker.confusable.flatMap((name) => confusable.get(name) ?? []),
		...(speakers.bySide.get(speaker.side ?? '') ?? []),
		...opposite.flatMap(({ attribution }) => attribution?.by ?? [])
	]);
	const all = [...ids]
		.flatMap((id) => rival(question, need(index.entity, id, 'entity')) ?? [])
		.sort((a, b) => a.cost - b.cost || hash(a.other.id) - hash(b.other.id));
	const near = all.filter(({ cost }) => cost < far);
	const own = insiders(withoutBystanders(near.length >= enough ? near : all, question), question);
	return own.length >= 2 ? own : insiders(all, question);
}

/**
 * Whether a set of rivals leaves something to know. At most one stands for the contrary. Where a party of the conflict
 * speaks, somebody else of that party is offered beside the key; two, if there are two, where the words point to it.
 */
export function isFair(set: readonly Rival[], all: readonly Rival[], question: Question): boolean {
	const open = set.filter(({ contrary }) => !contrary);
	const mixed = set.every(({ other }, at) =>
		set.every((one, place) => place <= at || !couldSpeakFor(other, one.other))
	);
	if (open.length < 2 || !mixed) return false;
	const { speaker, writing } = question;
	const allies = (list: readonly Rival[]) =>
		list.filter(({ allied, contrary }) => allied && !contrary).length;
	const party = isParty(speaker, writing);
	if (!pointsToSide(question)) return !party || allies(set) >= Math.min(1, allies(all));
	if (!party && speaker.kind !== 'state') return true;
	return allies(set) >= Math.max(1, Math.min(2, allies(all)));
}
