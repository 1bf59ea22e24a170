/** The checked content pack, put in by tools/content.ts. */
declare module 'virtual:content' {
	const pack: import('../facts/pack.ts').Pack;
	export default pack;
}
