/** Latitude and longitude in degrees. */
export type Point = readonly [number, number];

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The distance in a straight line over the ground, in kilometres (haversine formula). */
export function distanceKm([lat1, lon1]: Point, [lat2, lon2]: Point): number {
	const [a, b] = [radians(lat1), radians(lat2)];
	const h =
		Math.sin((b - a) / 2) ** 2 +
		Math.cos(a) * Math.cos(b) * Math.sin(radians(lon2 - lon1) / 2) ** 2;
	return 2 * earthRadiusKm * Math.asin(Math.sqrt(h));
}

const winds = [
	'north',
	'north-east',
	'east',
	'south-east',
	'south',
	'south-west',
	'west',
	'north-west'
];

/** The direction from one point to another, to an eighth of the compass (initial bearing). */
export function compass([lat1, lon1]: Point, [lat2, lon2]: Point): string {
	const [a, b, turn] = [radians(lat1), radians(lat2), radians(lon2 - lon1)];
	const east = Math.sin(turn) * Math.cos(b);
	const north = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn);
	const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4));
	return winds[(eighth + winds.length) % winds.length] ?? '';
}

/** As exactly as a reader can use it: to a kilometre, from 20 to five, from 100 to ten. */
const rounded = (km: number): number => {
	const step = km < 20 ? 1 : km < 100 ? 5 : 10;
	return Math.max(1, Math.round(km / step) * step);
};

export interface Landmark {
	name: string;
	at: Point;
}

/** Where a point lies in words, told from the nearest landmark: "6 km south of Lviv / Lwów". */
export function whereabouts(at: Point, landmarks: readonly Landmark[]): string {
	const [nearest] = landmarks
		.map((landmark) => ({ ...landmark, km: distanceKm(landmark.at, at) }))
		.filter(({ km }) => km > 0)
		.sort((a, b) => a.km - b.km);
	if (!nearest) return '';
	return `${rounded(nearest.km)} km ${compass(nearest.at, at)} of ${nearest.name}`;
}

const degrees = (value: number, positive: string, negative: string): string =>
	`${Math.abs(value).toFixed(2)}°\u00a0${value < 0 ? negative : positive}`;

/** "39.82° N, 46.75° E", each half on one line. */
export const coordinatesText = ([lat, lon]: Point): string =>
	`${degrees(lat, 'N', 'S')}, ${degrees(lon, 'E', 'W')}`;
