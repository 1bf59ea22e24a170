import type { Point } from './gazetteer.ts';
import { map as schema } from './map-schema.ts';
import type { Index } from './pack.ts';
import { readYaml, validate, type ContentFile } from './parse.ts';
import type { Problem } from './problem.ts';

const path = 'map/map.yaml';

/** A shape as a GeoJSON file has it: what we look at ourselves; the rest is for whoever draws it. */
export interface Feature {
	properties: Record<string, unknown> | null;
}

/** The features of a GeoJSON file of the map folder; undefined when there is no such file, or it is no GeoJSON. */
export function featuresIn(name: string, files: readonly ContentFile[]): Feature[] | undefined {
	const file = files.find(({ path }) => path === `map/${name}`);
	try {
		const { features } = JSON.parse(file?.text ?? 'null');
		return Array.isArray(features) ? features : undefined;
	} catch {
		return undefined; // said as a problem by whoever asks for it
	}
}

/** Whether a feature has all these properties. */
export const fits = ({ properties }: Feature, where: Record<string, string>): boolean =>
	Object.entries(where).every(([key, value]) => properties?.[key] === value);

/** Where a place lies; undefined when there is no place of this id, or nobody says where it is. */
export function pointOfPlace(id: string, entities: Index['entity']): Point | undefined {
	const place = entities.get(id);
	return place?.kind === 'place' ? place.coordinates : undefined;
}

/** Reads map/map.yaml. A pack without one has no map. */
export function parseMap(files: readonly ContentFile[], problems: Problem[] = []) {
	const file = files.find((file) => file.path === path);
	const parsed = file && readYaml(file, problems);
	return { parsed, plan: parsed && validate(schema, parsed, problems) };
}

/** What is wrong with map/map.yaml, and with all it refers to. */
export function checkMap(files: readonly ContentFile[], index: Index): Problem[] {
	const problems: Problem[] = [];
	const { parsed, plan } = parseMap(files, problems);
	if (!parsed || !plan) return problems;

	const say = (at: PropertyKey[], code: string, message: string) =>
		problems.push({ file: path, line: parsed.lineOf(at), code, message });
	const layers = new Set(plan.layers.map(({ id }) => id));
	const towns = new Set(plan.towns.map(({ id }) => id));
	const unread = (name: string) => `There is no GeoJSON file map/${name} with a list of features.`;

	plan.water.forEach((name, at) => {
		if (!featuresIn(name, files)) say(['water', at], 'unknown-file', unread(name));
	});
	plan.layers.forEach(({ shape, facts }, at) => {
		for (const id of facts.filter((id) => !index.fact.has(id)))
			say(['layers', at, 'facts'], 'unknown-fact', `There is no fact "${id}".`);
		if (shape === 'borders') return;
		const features = featuresIn(shape.file, files);
		if (!features) say(['layers', at, 'shape'], 'unknown-file', unread(shape.file));
		else if (!features.some((feature) => fits(feature, shape.where)))
			say(['layers', at, 'shape'], 'no-shape', `No feature of ${shape.file} fits "where".`);
	});
	plan.towns.forEach((town, at) => {
		if (!pointOfPlace(town.id, index.entity))
			say(['towns', at], 'unplaced', `Among the entities no place "${town.id}" has coordinates.`);
		if (town.in !== undefined && !index.entity.has(town.in))
			say(['towns', at, 'in'], 'unknown-entity', `There is no entity "${town.in}".`);
		for (const id of town.also.filter((id) => index.entity.get(id)?.kind !== 'place'))
			say(['towns', at, 'also'], 'unknown-entity', `There is no place "${id}".`);
	});
	plan.plates.forEach((plate, at) => {
		const [west, south, east, north] = plate.box;
		if (west >= east || south >= north)
			say(['plates', at, 'box'], 'empty-box', `${plate.id}: the box is west, south, east, north.`);
		for (const id of plate.layers.filter((id) => !layers.has(id)))
			say(['plates', at, 'layers'], 'unknown-layer', `There is no layer "${id}".`);
		for (const id of (plate.towns ?? []).filter((id) => !towns.has(id)))
			say(['plates', at, 'towns'], 'unknown-town', `There is no town "${id}" in this file.`);
	});
	return problems.sort((a, b) => a.line - b.line);
}
