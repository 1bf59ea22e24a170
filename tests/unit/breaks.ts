/**
 * One thing broken in the small pack, and the one problem that has to be named: what is wrong, its code, the file,
 * the text that is replaced (there once), its replacement, and a text on the line that the problem names
 * (the replacement, when it is left out; a number is the line itself).
 */
export type Break = [
	title: string,
	code: string,
	file: string,
	from: string,
	to: string,
	at?: string | number
];

const bodies = 'entities/bodies.yaml';
const events = 'entities/events.yaml';
const explainer = 'explainers/orrin.md';
const flood = 'facts/flood.yaml';
const glossary = 'glossary.yaml';
const mapQuestions = 'map/questions.yaml';
const modules = 'modules/orrin.yaml';
const papers = 'sources/papers.yaml';
const people = 'entities/people.yaml';
const relations = 'relations.yaml';
const settlement = 'facts/settlement.yaml';
const works = 'facts/works.yaml';

/** Marks the line that a problem names, where the replacement has several. */
const here = '# here';

// prettier-ignore
export const breaks: Record<string, Break[]> = {
	reading: [
		['a line indented by a tab', 'yaml', works, '- id: weir-length\n  topic', '- id: weir-length\n\ttopic', '\ttopic: works\n'],
		['a key that stands twice', 'yaml', modules, 'length: 10', 'length: 10\n    length: 12 # here', here],
		['an alias without its anchor', 'yaml', modules, 'explainers: [orrin]', 'explainers: *orrin'],
		['a value of the wrong type', 'schema', works, '{ count: 24 }', '{ count: many }'],
		['a key that nobody knows', 'schema', bodies, 'kind: organisation\n  name: River Commission', 'colour: red\n  kind: organisation\n  name: River Commission', 'id: river-commission'],
		['a date that no words are known for', 'schema', works, '{ date: 1929-06-02 }', '{ date: 1929-21 }'],
		['a fact without evidence', 'schema', settlement, "evidence:\n    - { source: commission-1932, page: 9, quote: 'the pin was broken; no person is named' }", 'evidence: []'],
		['an id that stands for two things', 'duplicate-id', settlement, '- id: second-signed-on', '- id: report-came-on # here', here]
	],
	relations: [
		['a wording that omits a role of the key', 'template-misses-key', relations, 'did {by} give?', 'was given?'],
		['a stem on who said it that omits the report', 'template-misses-key', relations, 'Who, according to {report}, said', 'Who said'],
		['a question about two events that names one', 'template-misses-key', relations, 'between {first} and {last}?', 'between {first} and the flood?'],
		['a question about events that names none of them', 'unknown-role', relations, 'came before {event}?', 'came before {event} in {year}?'],
		['a key with a role that the relation lacks', 'unknown-role', relations, "key: [object]\n  say: '{object.clause}'", "key: [object, hue] # here\n  say: '{object.clause}'", here],
		['an entry for a role that the relation lacks', 'unknown-role', relations, 'entry: [object]\n\nserved-as', 'entry: [hue] # here\n\nserved-as', here],
		['a wording with a role that the relation lacks', 'unknown-role', relations, 'Where does {subject} stand?', 'Where does {subject} stand in {year}?'],
		['a wording with a mode that nobody knows', 'unknown-mode', relations, 'Where does {subject} stand?', 'Where does {subject.sung} stand?'],
		['a question that prints its own answer', 'asks-itself', relations, 'How many {of} did {subject} have?', 'How many {of} did {subject} have, {object}?'],
		['a later figure that is asked for without the one before', 'template-misses-key', relations, "later: '{earlier}; which", "later: 'Which"],
		['two figures of one count, which is not named', 'template-misses-key', relations, 'figures for {of} in {subject} can', 'figures in {subject} can'],
		['a question on a map that prints its place', 'asks-itself', relations, 'Where on the map does {subject} have its house?', 'Where on the map of {object} does {subject} have its house?'],
		['a question for a name that prints it', 'asks-itself', relations, 'In which town does {subject} have its house?', 'In which town does {subject} have its house, {object}?'],
		['a question for a member that leaves the others out', 'template-misses-key', relations, 'Which trade sat on {object} {as-of.on} besides {others}?', 'Which trade sat on {object} {as-of.on}?'],
		['an entry that is neither date nor count', 'entry-type', relations, "ask: { object: 'Where does", "entry: [object] # here\n  ask: { object: 'Where does", here]
	],
	entities: [
		['an entity that nothing uses', 'unused-entity', bodies, '- id: river-commission', '- id: nobody\n  kind: group\n  name: nobody\n- id: river-commission', '- id: nobody'],
		['a capital by which no report means the state', 'no-alias', bodies, '  name: River Commission\n', '  name: River Commission\n  capital: Aldermoor # here\n', here],
		['an entity of a side that does not exist', 'unknown-side', bodies, '  name: River Commission\n', '  name: River Commission\n  side: atlantis # here\n', here],
		['an office of a body that does not exist', 'unknown-entity', people, 'office: mayor of Aldermoor,', 'office: mayor of Aldermoor, of: atlantis,'],
		['a member that does not exist', 'unknown-entity', bodies, '  name: River Commission\n', '  name: River Commission\n  members: [{ entity: atlantis }] # here\n', here],
		['a signatory that does not exist', 'unknown-entity', events, '  name: second compact\n', '  name: second compact\n  signatories: [atlantis] # here\n', here],
		['an agreement made at an event that does not exist', 'unknown-entity', events, '  name: second compact\n', '  name: second compact\n  made: atlantis # here\n', here],
		['an office that ends before it begins', 'seen-order', people, 'inspector of the mills, seen: [1931-05, 1931-12] }', 'inspector of the mills, seen: [1931-05, 1931-12] }\n    - { title: Miller, office: miller, seen: [1931-05, 1930-12] } # here', here],
		['an event named by its year alone', 'no-undated', events, '  undated: signing of the first compact\n', '', 'name: signing of the compact of 1926'],
		['an undated name with a year', 'dated', events, 'undated: signing of the first compact', 'undated: signing in 1926'],
		['a telling with a year', 'dated', events, 'who: the wheel tax', 'who: the wheel tax of 1895']
	],
	facts: [
		['a relation that does not exist', 'unknown-relation', settlement, 'relation: stands-at\n  subject: millers-guild', 'relation: floats-at # here\n  subject: millers-guild', here],
		['a topic that does not exist', 'unknown-topic', settlement, 'id: guild-seat\n  topic: settlement', 'id: guild-seat\n  topic: cheese', 'topic: cheese'],
		['a role that the relation lacks', 'unknown-role', settlement, '  subject: millers-guild\n', '  subject: millers-guild\n  of: river-commission # here\n', here],
		['a role that nothing fills', 'missing-role', works, 'subject: upper-mill\n  of: { phrase: wheels }\n', 'subject: upper-mill\n', '- id: upper-mill-wheels'],
		['an entity that does not exist', 'unknown-entity', settlement, 'object: river-commission\n  as-of: 1933', 'object: atlantis # here\n  as-of: 1933', here],
		['an entity of another kind than the role takes', 'wrong-kind', works, 'subject: hill-spring\n  by: upper-folk', 'subject: hill-spring\n  by: millers-guild # here', here],
		['a member of a list that does not exist', 'unknown-entity', settlement, 'subjects: [tanners-court, ropemakers-hall]', 'subjects: [tanners-court, ropemakers-hall, atlantis]'],
		['an attributed fact without speaker and day', 'no-speaker', works, '{ count: 2 }\n  standing: established', '{ count: 2 }\n  standing: attributed', 'standing: attributed'],
		['a speaker who does not exist', 'unknown-entity', flood, 'by: una-kestrel', 'by: atlantis'],
		['a contested fact without its counterpart', 'no-counterpart', flood, 'barges lay on the bank }\n  standing: attributed', 'barges lay on the bank }\n  standing: contested # here', here],
		['an implied fact that does not exist', 'unknown-fact', flood, '  about: pin\n', '  about: pin\n  implies: [atlantis] # here\n', here],
		['a counterpart that does not exist', 'unknown-fact', flood, '  about: pin\n', '  about: pin\n  contradicts: [atlantis] # here\n', here],
		['a counterpart that does not answer', 'one-sided', flood, '  about: pin\n', '  about: pin\n  contradicts: [salmon-lost] # here\n', here],
		['a pronoun in a claim', 'pronoun-in-claim', flood, 'claim: that six barges lay on the bank', 'claim: that six of its barges lay on the bank'],
		['a claim that names its own speaker', 'echo-in-claim', flood, 'claim: that six barges lay on the bank', 'claim: that Piet Sandow saw six barges'],
		['a loaded word outside quotation marks', 'loaded-word', flood, '1931 that six barges lay', '1931 that six stolen barges lay'],
		['an earlier figure that does not exist', 'unknown-fact', flood, 'follows: houses-may-4', 'follows: atlantis'],
		['a change of a fact that does not exist', 'unknown-fact', flood, '  about: pin\n', '  about: pin\n  changes: atlantis # here\n', here],
		['a figure that follows a later one', 'chain-order', flood, 'follows: houses-may-4', 'follows: acres-tarnwick'],
		['a day on which no office of the speaker is known', 'outside-office', flood, 'by: piet-sandow, as-of: 1931-05-04', 'by: piet-sandow, as-of: 1930-05-04'],
		['an office on a day on which it is not known', 'outside-office', flood, 'subject: joan-tilly\n  as-of: 1931-05', 'subject: joan-tilly\n  as-of: 1934-05 # here', here],
		['a whole list that is no list', 'no-list', settlement, '  object: tarnwick\n', '  object: tarnwick\n  complete: true # here\n', here],
		['an outsider who does not exist', 'unknown-entity', settlement, 'not: { coopers-lodge: coopers-refused }', 'not: { coopers-lodge: coopers-refused, atlantis: coopers-refused }'],
		['an outsider shown by a fact that does not exist', 'unknown-fact', settlement, 'not: { coopers-lodge: coopers-refused }', 'not: { coopers-lodge: atlantis }']
	],
	evidence: [
		['a source that does not exist', 'unknown-source', works, 'source: almanac-1933, page: 5', 'source: atlantis, page: 5'],
		['evidence without its place in the source', 'no-locator', works, 'source: almanac-1933, page: 5, quote', 'source: almanac-1933, quote'],
		['a quotation of more than twelve words', 'long-quotation', works, 'wheel tax, abolished on', 'the old and little loved wheel tax was at last abolished on'],
		['an event that its only source foretells', 'only-foreseen', settlement, "since 1 January 1933' }", "since 1 January 1933', stance: rounds }", 'object: { date: 1933-01-01 }'],
		['a fact for which only a rounding speaks', 'no-support', flood, "page: 3, quote: 'Joan Tilly", "page: 3, stance: rounds, quote: 'Joan Tilly"]
	],
	sources: [
		['a voice that does not exist', 'unknown-entity', papers, 'voices: [ines-holloway,', 'voices: [atlantis, ines-holloway,'],
		['a copy of a source that does not exist', 'unknown-source', papers, 'publisher: La Feuille\n      language: fr\n      how: translation\n      source: feuille-1931-05-05', 'publisher: La Feuille # here\n      language: fr\n      how: translation\n      source: atlantis', here],
		['a source that is derived from itself', 'own-origin', papers, 'publisher: La Feuille\n      language: fr\n      how: translation\n      source: feuille-1931-05-05', 'publisher: La Feuille # here\n      language: fr\n      how: translation\n      source: mirror-1931-05-06', here],
		['a caution shown by a source that does not exist', 'unknown-source', papers, 'shown-by: [wire-1931-05-04]', 'shown-by: [atlantis]', '- paragraph: 3'],
		['a caution that quotes more than twelve words', 'long-quotation', papers, 'quote: The wheel of the Upper Weir', 'quote: The wheel of the Upper Weir broke in the night of 3 May 1931'],
		['silence of a report that was not read in full', 'not-read', papers, '  perspective: paper of the mill town\n', '  perspective: paper of the mill town\n  silent-on: [pin-worn] # here\n', here],
		['silence on a fact that does not exist', 'unknown-fact', papers, 'silent-on: [pin-worn,', 'silent-on: [atlantis,'],
		['silence on a fact that the report shows', 'not-silent', papers, 'silent-on: [pin-worn,', 'silent-on: [both-heard,'],
		['a misreading of what the digest does not state', 'not-stated', papers, 'silent-on: [pin-worn, salmon-lost, gauge-set-on]', "misreadings: [{ fact: pin-worn, reads: 'The pin was new.' }] # here", here],
		['a misreading of a fact that does not exist', 'unknown-fact', papers, 'silent-on: [pin-worn, salmon-lost, gauge-set-on]', "misreadings: [{ fact: atlantis, reads: 'The pin was new.' }] # here", here],
		['a digest that takes a side', 'loaded-word', papers, 'digest: >-\n    The [gate broke]', 'digest: >- # here\n    The [greedy gate broke]', here],
		['a digest bound to a fact that does not exist', 'unknown-fact', papers, 'digest: >-\n    The [gate broke](fact:gate-broke-on)', 'digest: >- # here\n    The [gate broke](fact:atlantis)', here]
	],
	points: [
		['a point that no fact is about', 'unused-point', 'sourcebook.yaml', 'topics:', 'points:\n  atlantis: gate-break\ntopics:', 'atlantis: gate-break'],
		['a finding that does not exist', 'unknown-fact', 'sourcebook.yaml', 'topics:', 'findings:\n  gate-cause: [atlantis]\ntopics:', 'gate-cause: [atlantis]'],
		['a point about an event that does not exist', 'unknown-entity', 'sourcebook.yaml', 'topics:', 'points:\n  gate-cause: atlantis\ntopics:', 'gate-cause: atlantis']
	],
	'questions on a map': [
		['a landmark that is no place', 'unplaced', mapQuestions, 'landmarks: [aldermoor,', 'landmarks: [atlantis,'],
		['a place that goes without saying, and is none', 'unplaced', mapQuestions, 'obvious: [aldermoor,', 'obvious: [river-commission,'],
		['a box the wrong way round', 'empty-box', mapQuestions, 'box: [19.9, 9.9, 20.55, 10.35]', 'box: [20.55, 9.9, 19.9, 10.35]'],
		['a question that names no place', 'schema', mapQuestions, "ask: 'Where on the map is {place}?'", "ask: 'Where is the place?'"]
	],
	modules: [
		['a topic that does not exist', 'unknown-topic', modules, 'topics: [works, flood, settlement]', 'topics: [works, cheese]'],
		['a kind of question that does not exist', 'unknown-kind', modules, '      single: 4', '      singel: 4'],
		['an explainer that nobody wrote', 'missing-explainer', modules, 'explainers: [orrin]', 'explainers: [orrin, delta]', 0]
	],
	glossary: [
		['a word with two entries', 'duplicate-term', glossary, 'aliases: [compacts]', 'aliases: [Sluices]'],
		['a fact that does not exist', 'unknown-fact', glossary, 'facts: [first-signed-on]', 'facts: [atlantis]'],
		['a loaded word', 'loaded-word', glossary, 'A gate that lets water through', 'A gate that lets stolen water through'],
		['a name or year that rests on no fact', 'no-facts', glossary, '  facts: [first-signed-on]\n', '', 'dates from 1926']
	],
	explainers: [
		['a claim bound to a fact that does not exist', 'unknown-fact', explainer, '(fact:pin-found)', '(fact:atlantis)', 'An independent inquiry'],
		['a sentence with a number that is bound to no fact', 'unbound-sentence', explainer, 'Neither side was entirely satisfied', 'Neither of the two sides was satisfied', 'Agreement took'],
		['a sentence with a name that is bound to no fact', 'unbound-sentence', explainer, 'The boatmen complained', 'The boatmen of Tarnwick complained', 'The quarrel has'],
		['a loaded word', 'loaded-word', explainer, 'Neither side was', 'Neither greedy side was', 'Agreement took'],
		['front matter that the schema refuses', 'front-matter', explainer, "as-of: '1933-12-31'", 'as-of: last year', 1],
		['a text that is too easy', 'grade', explainer, '## The settlement', `${'So it is. '.repeat(40)}\n\n## The settlement`, 1],
		['a text that is too long', 'length', explainer, '## The settlement', `${'The people of these banks continued to argue about the water with a good deal of energy. '.repeat(16)}\n\n## The settlement`, 1],
		['a summary that has not three sentences', 'summary', explainer, ' A broken gate turned the argument into a flood, and the flood into an agreement.', '', 'A single river'],
		['a prompt for an item that does not exist', 'unknown-item', explainer, 'item:first-signed-on.single.object', 'item:atlantis'],
		['a prompt that running text has no room for', 'recall-kind', explainer, 'item:first-signed-on.single.object', 'item:sluice-opened-on.order.object'],
		['a key term that the glossary does not have', 'unknown-term', explainer, 'terms: [sluice, compact]', 'terms: [sluice, atlantis]', 1],
		['too few prompts to recall', 'recall-count', explainer, '[recall](item:first-signed-on.single.object)\n', '', 1]
	]
};

/** What only a change of files shows: a file taken out, one copied to another name, texts replaced. */
export interface PackBreak {
	title: string;
	without?: string;
	copy?: { of: string; to: string };
	changes?: [file: string, from: string, to: string][];
	problem: { file: string; line: number; code: string };
}

// prettier-ignore
export const packBreaks: PackBreak[] = [
	{ title: 'a pack without its title', without: 'sourcebook.yaml', problem: { file: 'sourcebook.yaml', line: 0, code: 'missing-file' } },
	{ title: 'a pack without its wordings', without: relations, problem: { file: relations, line: 0, code: 'missing-file' } },
	{
		title: 'a topic of a blueprint that has no facts',
		changes: [['sourcebook.yaml', '  - { id: works,', '  - { id: cheese, title: Cheese }\n  - { id: works,'], [modules, 'topics: [works,', 'topics: [cheese, works,']],
		problem: { file: modules, line: 7, code: 'empty-topic' }
	},
	{ title: 'an explainer that no module names', copy: { of: explainer, to: 'explainers/stray.md' }, problem: { file: 'explainers/stray.md', line: 1, code: 'orphan-explainer' } },
	{ title: 'an explainer without a level that another has', copy: { of: explainer, to: 'explainers/stray.depth.md' }, problem: { file: 'explainers/orrin.depth.md', line: 0, code: 'missing-level' } },
	{
		title: 'a level that says something else',
		copy: { of: explainer, to: 'explainers/orrin.brief.md' },
		changes: [['explainers/orrin.brief.md', '## The flood', '## A flood']],
		problem: { file: 'explainers/orrin.brief.md', line: 1, code: 'level-differs' }
	}
];

/** What is broken in the map of map.test.ts: title, code, the text replaced, its replacement, the key on the line. */
// prettier-ignore
export const mapBreaks: [title: string, code: string, from: string, to: string, at: string][] = [
		['a fact that is none', 'unknown-fact', 'facts: [weir-length]', 'facts: [nothing]', 'facts'],
		['a file that is not there', 'unknown-file', 'river.geojson', 'lake.geojson', 'shape'],
		['a shape that fits nothing', 'no-shape', 'name: old course }', 'name: new course }', 'shape'],
		['a layer that is none', 'unknown-layer', '[borders, course]', '[borders, road]', 'layers'],
		['a town that is none', 'unknown-town', '    scale: 50', '    towns: [upper]\n    scale: 50', 'scale'],
		['a town that is no place', 'unplaced', '{ id: lower-town }', '{ id: guild-seat }', '-'],
		['a place without coordinates', 'unplaced', '{ id: lower-town }', '{ id: upper-mill }', '-'],
		['a state that is none', 'unknown-entity', '{ id: upper-town,', '{ id: upper-town, in: mars,', '-'],
		['a box the wrong way round', 'empty-box', '[9, 49, 12, 51]', '[12, 49, 9, 51]', 'box'],
		['a way to draw that is none', 'schema', 'drawn: dashed', 'drawn: red', 'drawn']
];
