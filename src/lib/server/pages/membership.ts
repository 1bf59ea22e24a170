import { formatDate } from '#lib/facts/dates.ts';
import type { Index } from '#lib/facts/pack.ts';
import type { Relation } from '#lib/facts/schema.ts';

/** That one entity is a member, or a signatory, of another. */
interface Belonging {
	one: string;
	to: string;
	/** "from 2006 to 2012", "as of 1994"; empty when no day is known. */
	period: string;
}

type Lists = NonNullable<Relation['lists']>;

const spanText = (from: string | undefined, to: string | undefined): string =>
	[from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(' ');

function fromRecords(lists: Lists, index: Index): Belonging[] {
	return index.pack.entities.flatMap(({ id, members, signatories }) =>
		lists === 'members'
			? members.map(({ entity, from, to }) => ({ one: entity, to: id, period: spanText(from, to) }))
			: signatories.map((one) => ({ one, to: id, period: '' }))
	);
}

function fromFacts(lists: Lists, index: Index): Belonging[] {
	const { relations, facts } = index.pack;
	return facts.flatMap((fact) => {
		const { object, subject, subjects = [], relation, standing, 'as-of': day } = fact;
		if (relations[relation]?.lists !== lists || standing !== 'established') return [];
		if (typeof object !== 'string') return [];
		const period = day === undefined ? '' : `as of ${formatDate(day)}`;
		const all = typeof subject === 'string' ? [subject, ...subjects] : subjects;
		return all.map((one) => ({ one, to: object, period }));
	});
}

/** Who belongs to what: by the records of bodies and agreements, else by the facts that list them; each pair once. */
export function belongings(lists: Lists, index: Index): Belonging[] {
	const found = new Map<string, Belonging>();
	for (const one of [...fromRecords(lists, index), ...fromFacts(lists, index)]) {
		const key = `${one.one} ${one.to}`;
		if (!found.has(key)) found.set(key, one);
	}
	return [...found.values()];
}
