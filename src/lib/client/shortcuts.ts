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

/** While a question is reviewed. */
export const reviewing = {
	Enter: 'In a review: check the answer, or press the button that has the focus',
	'1 – 4':
		'In a review, once checked: again, hard, good, easy; and on to the next. After a wrong answer only 1'
} as const;

/** After `g`: where it leads. */
export const places = {
	c: { name: 'Contents', path: '/#contents' },
	q: { name: 'Quizzes', path: '/quiz' },
	r: { name: 'Reviews', path: '/review' },
	p: { name: 'Progress', path: '/progress' },
	t: { name: 'Timeline', path: '/timeline' },
	m: { name: 'Map', path: '/map' },
	f: { name: 'Facts', path: '/facts' },
	o: { name: 'Sources', path: '/sources' },
	g: { name: 'Glossary', path: '/glossary' },
	s: { name: 'Search', path: '/search' }
} as const;
