import type { FeatureCollection } from 'geojson';
import { formatDate } from '../../src/lib/facts/dates.ts';
import { coordinatesText, whereabouts, type Point } from '../../src/lib/facts/gazetteer.ts';
import { featuresIn, fits, pointOfPlace } from '../../src/lib/facts/map.ts';
import type { MapLayer, MapPlan, MapPlate, MapTown } from '../../src/lib/facts/map-schema.ts';
import { need, type Index } from '../../src/lib/facts/pack.ts';
import type { ContentFile } from '../../src/lib/facts/parse.ts';
import type { Atlas, Plate } from '../../src/lib/server/atlas.ts';
import { frame, heights, pointsOf } from './draw.ts';
import { letterPlate } from './letter.ts';
import { drawQuestions } from './questions.ts';
import { readWorld, type WorldAtlas } from './world.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

interface Town {
	id: string;
	number: number;
	name: string;
	at: Point;
	capital: boolean;
	landmark: boolean;
	state: string;
	also: string[];
	note: string;
	/** Not in the plan: it stands on whichever plate has it in view. */
	added: boolean;
}

/** The towns of the plan in its order, then every place of the pack with coordinates that the plan leaves out. */
function townsOf(plan: MapPlan, index: Index): Town[] {
	const listed = new Set(plan.towns.map(({ id }) => id));
	const others = index.pack.entities
		.filter(({ id, kind, coordinates }) => kind === 'place' && coordinates && !listed.has(id))
		.map(({ id }) => ({ id, capital: false, landmark: false, also: [] }));
	return [...plan.towns, ...others].map((town: MapTown, position) => {
		const { name, note } = need(index.entity, town.id, 'entity');
		const state = index.entity.get(town.in ?? '')?.name ?? '';
		return {
			...town,
			name,
			at: pointOfPlace(town.id, index.entity) ?? [0, 0],
			state,
			number: position + 1,
			note: [note, town.note].filter(Boolean).join(' '),
			added: !listed.has(town.id)
		};
	});
}

function shapesOf({ shape }: MapLayer, files: readonly ContentFile[]): FeatureCollection {
	const features =
		shape === 'borders'
			? []
			: (featuresIn(shape.file, files) ?? []).filter((feature) => fits(feature, shape.where));
	return { type: 'FeatureCollection', features } as FeatureCollection;
}

/** Whether a plate that letters all it has in view has this point. */
const covered = ([lat, lon]: Point, { plates }: MapPlan): boolean =>
	plates.some(({ towns, box: [west, south, east, north] }) => {
		const inside = west < lon && lon < east && south < lat && lat < north;
		return towns === undefined && inside;
	});

const within = ({ x, y }: { x: number; y: number }): boolean =>
	x > 0 && x < 100 && y > 0 && y < 100;

function drawPlate(
	plate: MapPlate,
	plan: MapPlan,
	towns: readonly Town[],
	files: readonly ContentFile[],
	world: WorldAtlas
): Plate {
	const { id, title, alt, note = '', format } = plate;
	const { path, spot, view, length } = frame(plate.box, format);
	const ground = world.ground(view, plan.states);
	const water = plan.water.flatMap((name) => featuresIn(name, files) ?? []);
	const rounded = (at: Point) => {
		const { x, y } = spot(at);
		return { x: round(x), y: round(y) };
	};
	const labels = plate.labels.map(({ text, at, as }) => ({ ...rounded(at), text, as }));
	const shown = towns
		.map((town) => ({ ...town, ...rounded(town.at) }))
		.filter(within)
		.filter(
			({ id, at, added }) =>
				plate.towns === undefined || plate.towns.includes(id) || (added && !covered(at, plan))
		);
	const lines = plate.layers
		.map((id) => plan.layers.find((layer) => layer.id === id))
		.filter((layer) => layer !== undefined)
		.map((layer) => ({
			of: layer.id,
			drawn: layer.drawn,
			path: path(layer.shape === 'borders' ? ground.borders : shapesOf(layer, files))
		}));
	const along = (paths: readonly { path: string }[]) =>
		paths.flatMap(({ path }) => pointsOf(path, heights[format]));
	const coast = { path: path(ground.coast) };
	const lettering = letterPlate(
		shown,
		labels,
		{
			history: along(lines.filter(({ drawn }) => drawn !== 'solid')),
			edges: along([...lines.filter(({ drawn }) => drawn === 'solid'), coast])
		},
		format
	);
	return {
		id,
		title,
		alt,
		note,
		format,
		ground: [
			{ of: 'land', path: path(ground.land) },
			{ of: 'core', path: path(ground.core) },
			{
				of: 'water',
				path: path({ type: 'FeatureCollection', features: water } as FeatureCollection)
			},
			{ of: 'coast', ...coast }
		].filter(({ path }) => path !== ''),
		lines,
		labels: lettering.labels,
		towns: lettering.towns,
		scale: { km: plate.scale, width: round(length(plate.scale)) }
	};
}

/** Draws the map of a content pack. */
export function drawAtlas(plan: MapPlan, index: Index, files: readonly ContentFile[]): Atlas {
	const world = readWorld();
	const towns = townsOf(plan, index);
	const landmarks = towns.filter(({ landmark }) => landmark);
	const plates = plan.plates.map((plate) => drawPlate(plate, plan, towns, files, world));
	const { mapQuestions } = index.pack;
	const shown = new Set(plates.flatMap(({ towns }) => towns.map(({ id }) => id)));
	return {
		title: plan.title,
		lead: plan.lead,
		missing: plan.missing ?? '',
		layers: plan.layers.map(({ id, name, date, drawn, words, facts }) => ({
			id,
			name,
			date: date === undefined ? '' : formatDate(date),
			drawn,
			words,
			facts
		})),
		plates,
		towns: towns
			.filter(({ id }) => shown.has(id))
			.map(({ id, number, name, at, state, capital, also, note }) => ({
				id,
				number,
				name,
				capital,
				where: [state, whereabouts(at, landmarks)].filter(Boolean).join(', '),
				coordinates: coordinatesText(at),
				note,
				places: [id, ...also]
			})),
		questions: mapQuestions ? drawQuestions(mapQuestions, plan, files, world) : '',
		credits: plan.credits
	};
}
