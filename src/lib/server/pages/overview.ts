import type { Atlas } from '../atlas.ts';

const lineNames = { solid: 'Solid', dashed: 'Dashed', dotted: 'Dotted' } as const;

/** The first plate of the map with its capitals and regions; the map has the rest. */
export function overviewOf({ plates: [plate], layers, towns }: Atlas) {
	if (!plate) return undefined;
	const { format, alt, ground, lines, labels } = plate;
	const drawn = layers.filter(({ id }) => lines.some((line) => line.of === id));
	const capitals = towns.filter(({ capital }) => capital);
	return {
		format,
		alt,
		ground,
		lines,
		labels: labels.filter(({ as }) => as !== 'region'),
		/** On the lines of a narrow plate: "Upper-", "Silesia". */
		regions: labels
			.filter(({ as }) => as === 'region')
			.map(({ text, x, y }) => ({ lines: text.split(/(?<=[- ])/), x, y })),
		capitals: capitals.flatMap(({ id, name }) =>
			plate.towns.filter((spot) => spot.id === id).map(({ x, y }) => ({ id, name, x, y }))
		),
		legend: drawn
			.map(
				({ name, date, drawn }) =>
					`${lineNames[drawn]}: ${[name, date].filter(Boolean).join(', ')}.`
			)
			.join(' ')
	};
}
export type Overview = NonNullable<ReturnType<typeof overviewOf>>;
