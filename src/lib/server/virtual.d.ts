/** The checked content pack, put in by tools/content.ts. */
declare module 'virtual:content' {
	const pack: import('../facts/pack.ts').Pack;
	export default pack;
}

/** The map, drawn by tools/map.ts. */
declare module 'virtual:map' {
	const atlas: import('./atlas.ts').Atlas | null;
	export default atlas;
}

/** The script element that runs before the first paint, put in by tools/first-script.ts. */
declare module 'virtual:first-script' {
	const element: string;
	export default element;
}

/** A constant of the build: see tools/kept-months.ts. */
declare const KEPT_MONTHS: number;
