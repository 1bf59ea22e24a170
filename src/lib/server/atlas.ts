import atlas from 'virtual:map';

/** A line or an area of a plate, as SVG path data in a frame of 1000 units. */
export interface Shape {
	/** The layer it draws, or what of the ground it is. */
	of: string;
	path: string;
}

/** Where something stands on a plate: per cent of its width and height. */
export interface Spot {
	x: number;
	y: number;
}

export interface TownSpot extends Spot {
	id: string;
	/** Where the lettering stands, in pixels from the spot. */
	dx: number;
	dy: number;
	anchor: 'start' | 'middle' | 'end';
	/** There is room for its name beside its number. */
	lettered: boolean;
	/** On a phone there is no room for its number either. */
	crowded: boolean;
}

export interface Plate {
	id: string;
	title: string;
	alt: string;
	note: string;
	format: 'wide' | 'tall';
	ground: Shape[];
	lines: (Shape & { drawn: 'solid' | 'dashed' | 'dotted' })[];
	labels: (Spot & { text: string; as: string })[];
	towns: TownSpot[];
	scale: { km: number; width: number };
}

export interface AtlasTown {
	id: string;
	number: number;
	name: string;
	capital: boolean;
	/** In words: in which state, how far from where. */
	where: string;
	coordinates: string;
	note: string;
	/** Names by which running text means it. */
	named: string[];
	/** Places whose facts stand here: its own and those without a point. */
	places: string[];
}

export interface AtlasLayer {
	id: string;
	name: string;
	date: string;
	drawn: 'solid' | 'dashed' | 'dotted';
	words: string;
	facts: string[];
}

/** The map of the content pack, drawn when the site was built; null for a pack without a map. */
export interface Atlas {
	title: string;
	lead: string;
	missing: string;
	layers: AtlasLayer[];
	plates: Plate[];
	towns: AtlasTown[];
	credits: { what: string; from: string; licence: string; url: string }[];
}

export default atlas;
