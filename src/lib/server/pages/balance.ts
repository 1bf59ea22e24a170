import { balanceOf, statements, type Balance, type WeighedPoint } from '#lib/facts/balance.ts';
import { loadedCount } from '#lib/facts/loaded.ts';
import { capitalise } from '#lib/facts/naming.ts';
import { need, type Index } from '#lib/facts/pack.ts';
import { wordsOf } from '#lib/explainers/sentences.ts';
import { findingsOn } from '#lib/facts/positions.ts';
import { listText } from '#lib/facts/wording.ts';
import { lineOf } from './card.ts';
import { runningText } from './prose.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const sourcesShown = 5;
const othersShown = 6;

/** The words of a point's id as a heading, with the capitals that its statements have. */
function titleOf({ id, positions }: WeighedPoint): string {
	const words = positions
		.flatMap(({ facts }) => facts)
		.flatMap(({ statement }) => wordsOf(statement).slice(1))
		.flatMap((word) => word.replace(/[’']s$/, '').split('-'));
	const cased = new Map(
		words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => [word.toLowerCase(), word])
	);
	return capitalise(
		id
			.split('-')
			.map((word) => cased.get(word) ?? word)
			.join(' ')
	);
}

const pointViews = ({ points }: Balance, index: Index) =>
	points.map((point) => ({
		title: titleOf(point),
		fact: point.positions[0]?.facts[0]?.id ?? '',
		even: point.even,
		/** What those who are no party to it found, or said. */
		found: findingsOn(point, index).map((fact) => lineOf(fact, index)),
		positions: point.positions.map(({ speakers, facts, words, share }) => ({
			speakers: capitalise(listText(speakers)),
			statements: facts.length,
			words,
			share: percent(share),
			permille: Math.round(share * 1000)
		}))
	}));

function part(balance: Balance, index: Index) {
	const { sides, others, sideWords, sources, facts } = balance;
	const rest = others.slice(othersShown);
	return {
		facts,
		voices: [
			...sides,
			{
				name: 'Third parties',
				attributed: others.reduce((total, { attributed }) => total + attributed, 0),
				contested: others.reduce((total, { contested }) => total + contested, 0)
			}
		].map((voice) => ({ ...voice, together: statements(voice) })),
		others: [
			...others.slice(0, othersShown).map((voice) => `${voice.name} ${statements(voice)}`),
			...(rest.length > 0
				? [`${rest.length} others ${rest.reduce((sum, voice) => sum + statements(voice), 0)}`]
				: [])
		].join(', '),
		points: pointViews(balance, index),
		sideWords: sideWords.map(({ name, points, words, share }) => ({
			name,
			points,
			words,
			share: percent(share)
		})),
		sources: sources.slice(0, sourcesShown).map(({ id, facts }) => ({
			id,
			short: need(index.source, id, 'source').short,
			facts
		})),
		sourceCount: sources.length
	};
}

/** Everyone whose word counts for a side, by side; for third parties the list is that of the table. */
function speakersOf(index: Index) {
	return index.pack.sourcebook.sides.map(({ id, name }) => ({
		name,
		speakers: index.pack.entities
			.filter(({ side }) => side === id)
			.filter((entity) =>
				(index.factsByEntity.get(entity.id) ?? []).some(
					({ attribution }) => attribution?.by === entity.id
				)
			)
			.map((entity) => ({ id: entity.id, name: capitalise(entity.name) }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en'))
	}));
}

/** How the parties are represented, in all and module by module. */
export function balancePage(index: Index) {
	const modules = [...index.pack.modules].sort((a, b) => a.order - b.order);
	const { sides, loaded } = index.pack.sourcebook;
	return {
		sides: listText(sides.map(({ name }) => name)),
		loaded: {
			words: loaded.map((word) => `“${word}”`).join(', '),
			found: loadedCount(index, runningText)
		},
		whole: part(balanceOf(index), index),
		speakers: speakersOf(index),
		modules: modules.map((module) => ({
			id: module.id,
			title: module.title,
			...part(balanceOf(index, module), index)
		}))
	};
}
export type BalancePart = ReturnType<typeof part>;
