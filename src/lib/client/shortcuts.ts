/** The keys that do something, in the order in which the help page has them. */

/** A key by itself, and what it does. */
export const keys = {
	'?': 'Show these keys',
	j: 'To the next heading or question',
	k: 'To the heading or question before',
	v: 'Choose text and colours',
	l: 'Listen to an explainer; then pause and go on',
	x: 'Stop listening'
} as const;

/** After `g`: where it leads. */
export const places = {
	c: { name: 'Contents', path: '/#contents' },
	q: { name: 'Quizzes', path: '/quiz' },
	t: { name: 'Timeline', path: '/timeline' },
	m: { name: 'Map', path: '/map' },
	f: { name: 'Facts', path: '/facts' },
	o: { name: 'Sources', path: '/sources' },
	g: { name: 'Glossary', path: '/glossary' },
	s: { name: 'Search', path: '/search' }
} as const;
