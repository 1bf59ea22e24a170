import type { FeatureCollection } from 'geojson';
import { featuresIn } from '../../src/lib/facts/map.ts';
import type { MapQuestions, QuestionMap } from '../../src/lib/facts/map-questions.ts';
import type { MapPlan } from '../../src/lib/facts/map-schema.ts';
import type { ContentFile } from '../../src/lib/facts/parse.ts';
import { frame, heights } from './draw.ts';
import type { WorldAtlas } from './world.ts';

/** These maps stand small in a question: so many units of the frame may get lost. */
const grain = 3;

/** Lettering stands on the lines that it crosses. */
const halo = 'paint-order="stroke" stroke="var(--paper)" stroke-width="8" stroke-linejoin="round"';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Colours come from the page: a symbol inherits its custom properties. */
function drawOne(
	map: QuestionMap,
	plan: MapPlan,
	files: readonly ContentFile[],
	world: WorldAtlas
) {
	const height = heights[map.format];
	const { path, spot, view, length } = frame(map.box, map.format, grain);
	const { land, core, borders, coast } = world.ground(view, plan.states);
	const features = plan.water.flatMap((name) => featuresIn(name, files) ?? []);
	const water = { type: 'FeatureCollection', features } as FeatureCollection;
	const line = 'vector-effect="non-scaling-stroke" stroke-linejoin="round"';
	const labels = map.labels.map(({ text, at }) => {
		const { x, y } = spot(at);
		const [left, top] = [Math.round(x * 10), Math.round((y * height) / 100)];
		return `<text x="${left}" y="${top}">${escaped(text.toUpperCase())}</text>`;
	});
	const bar = Math.round(length(map.scale) * 10);
	const foot = height - 30;
	return [
		`<symbol id="${map.id}" viewBox="0 0 1000 ${height}">`,
		`<path fill="var(--land)" d="${path(land)}"/>`,
		`<path fill="var(--paper)" d="${path(core)}"/>`,
		`<path fill="var(--water)" stroke="var(--edge-control)" stroke-width=".75" ${line} d="${path(water)}"/>`,
		`<path fill="none" stroke="var(--edge-control)" stroke-width=".75" ${line} d="${path(coast)}"/>`,
		`<path fill="none" stroke="var(--ink)" stroke-width="1.25" ${line} d="${path(borders)}"/>`,
		`<g fill="var(--soft)" font-size="34" letter-spacing="7" text-anchor="middle" ${halo}>${labels.join('')}</g>`,
		`<path fill="none" stroke="var(--ink)" ${line} d="M${970 - bar} ${foot - 12}v12h${bar}v-12"/>`,
		`<text fill="var(--ink)" font-size="34" ${halo} text-anchor="end" x="${958 - bar}" y="${foot}">${map.scale} km</text>`,
		`</symbol>`
	].join('');
}

/** The maps of all questions as one SVG file of symbols, for browsers to fetch once. */
export const drawQuestions = (
	{ maps }: MapQuestions,
	plan: MapPlan,
	files: readonly ContentFile[],
	world: WorldAtlas
): string =>
	`<svg xmlns="http://www.w3.org/2000/svg">${maps.map((map) => drawOne(map, plan, files, world)).join('')}</svg>`;
