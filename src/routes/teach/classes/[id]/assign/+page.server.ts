import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { kinds } from '#lib/items/item.ts';
import { teacherOf } from '#lib/server/accounts/teacher.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { readAssignment } from '#lib/server/classes/assigning.ts';
import { createAssignment, preview } from '#lib/server/classes/assignments.ts';
import { getClass } from '#lib/server/classes/classes.ts';
import { action, type Acted } from '#lib/server/classes/forms.ts';
import { measuredAt } from '#lib/server/classes/measured.ts';
import { questionsShown } from '#lib/server/classes/preview.ts';
import { feedbackWords } from '#lib/server/classes/shown.ts';
import { library } from '#lib/server/library.ts';
import { contents } from '#lib/server/pages/home.ts';
import { kindNames, levelNames } from '#lib/server/pages/item-choice.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const named = (names: Record<string, string>) =>
	Object.entries(names).map(([id, title]) => ({ id, title }));

/** What a paper can be drawn from. */
function selection() {
	const { index } = library();
	return {
		modules: contents(index, []).map(({ id, title, subtitle }) => ({ id, title, subtitle })),
		topics: index.pack.sourcebook.topics,
		kinds: kinds.map((id) => ({ id, title: kindNames[id] })),
		levels: named(levelNames),
		rules: named(feedbackWords)
	};
}

export const load: PageServerLoad = async (event) => {
	const { who } = await teacherOf(event);
	const found = await withGround(event, (ground) => getClass(ground, who, event.params.id));
	if (!found.ok) error(404, found.sentence);
	const { id, name, time_zone: zone } = found.class;
	return { group: { id, name, zone }, ...selection() };
};

type Given = Acted<RouteParams>;

/** The assignment as the form says it, for a class of the teacher. */
async function read({ ground, who, params, ...fields }: Given) {
	const found = await getClass(ground, who, params.id);
	if (!found.ok) return found;
	const wanted = readAssignment(fields, found.class.time_zone, ground.content());
	return 'ok' in wanted ? wanted : { ok: true as const, wanted };
}

export const actions: Actions = {
	preview: action(
		'preview',
		async (acted: Given) => {
			const answer = await read(acted);
			if (!answer.ok) return answer;
			const { ground } = acted;
			return preview(ground, answer.wanted, await measuredAt(ground, ground.now()));
		},
		({ form }, { all, given }) => ({
			seed: form.seed,
			questions: questionsShown(form),
			lacks: form.lacks,
			typed: typedAgain(all, given)
		})
	),
	set: action(
		'set',
		async (acted: Given) => {
			const answer = await read(acted);
			if (!answer.ok) return answer;
			return createAssignment(acted.ground, acted.who, acted.params.id, answer.wanted);
		},
		({ assignment: { id } }) => `${resolve('/teach/assignments/[id]', { id })}?new`
	)
};

const single = ['title', 'length', 'opens', 'due', 'minutes', 'attempts', 'feedback', 'paper'];
const lists = ['module', 'topic', 'kind', 'level', 'reading'];

/** What was typed, so that a preview loses nothing of it. */
const typedAgain = (all: Given['all'], given: Given['given']): Record<string, string[]> =>
	Object.fromEntries([
		...single.map((name) => [name, [given(name)]]),
		...lists.map((name) => [name, all(name)])
	]);
