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

/** Where lettering stands, in pixels from its spot. */
export interface Lettered {
	dx: number;
	dy: number;
	anchor: 'start' | 'middle' | 'end';
}

export interface TownSpot extends Spot {
	id: string;
	/** `lettered`: there is room for its name beside its number. */
	large: Lettered & { lettered: boolean };
	/** Of its number, on a phone. */
	small: Lettered;
}

export interface Plate {
	id: string;
	title: string;
	alt: string;
	note: string;
	format: 'wide' | 'tall';
	ground: Shape[];
	lines: (Shape & { drawn: 'solid' | 'dashed' | 'dotted' })[];
	/** `large` and `small`: how many pixels it is moved from its spot. */
	labels: (Spot & { text: string; as: string; large: Spot; small: Spot })[];
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
	/** The maps of questions: an SVG file with a symbol for each. */
	questions: string;
	credits: { what: string; from: string; licence: string; url: string }[];
}

export default atlas;
