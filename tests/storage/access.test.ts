import { describe, expect, test } from 'vitest';
import { nobody, type Actor, type Who } from '../../src/lib/server/classes/access.ts';
import { listAllowances, setAllowance } from '../../src/lib/server/classes/allowances.ts';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import * as assignments from '../../src/lib/server/classes/assignments.ts';
import { getAttempt, startAttempt } from '../../src/lib/server/classes/attempts.ts';
import * as classes from '../../src/lib/server/classes/classes.ts';
import { deleteAssignment, deleteClass } from '../../src/lib/server/classes/erase.ts';
import { exportStudent } from '../../src/lib/server/classes/export.ts';
import { feedbackOf, revealItem } from '../../src/lib/server/classes/feedback.ts';
import type { Ground } from '../../src/lib/server/classes/ground.ts';
import { linesOf } from '../../src/lib/server/classes/home.ts';
import { mergeStudents } from '../../src/lib/server/classes/merge.ts';
import * as pages from '../../src/lib/server/classes/page-answers.ts';
import { changePaper, substitutesFor } from '../../src/lib/server/classes/paper-changes.ts';
import { standingOf, standingsOf } from '../../src/lib/server/classes/standing.ts';
import * as students from '../../src/lib/server/classes/students.ts';
import { submitAttempt } from '../../src/lib/server/classes/submit.ts';
import { clockOf, takingPage } from '../../src/lib/server/classes/taking.ts';
import { progressOf, resultsOf } from '../../src/lib/server/classes/watching.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import { onEachEngine, suiteGround, type TestGround } from './engines.ts';
import { aClass, answerTo, aSitting, aStudent, choice, well } from './people.ts';

type Sitting = Awaited<ReturnType<typeof aSitting>> & { ground: TestGround };
type Service = (ground: Ground, who: Who, sitting: Sitting) => Promise<{ ok: boolean }>;

const extra = { seconds: 1, attempts: 0, openUntil: null };
const itemOf = ({ form }: Sitting) => form.items[0]?.item.id ?? '';

/** What only the teacher of the class may do. */
const forTeachers: Record<string, Service> = {
	getClass: (g, who, s) => classes.getClass(g, who, s.class.id),
	changeClass: (g, who, s) => classes.changeClass(g, who, s.class.id, { name: 'Hacked' }),
	renewCode: (g, who, s) => classes.renewCode(g, who, s.class.id),
	listStudents: (g, who, s) => students.listStudents(g, who, s.class.id),
	listNames: (g, who, s) => students.listNames(g, who, s.class.id, ['Mallory']),
	renameStudent: (g, who, s) => students.renameStudent(g, who, s.student.student.id, 'Eve'),
	resetPhrase: (g, who, s) => students.resetPhrase(g, who, s.student.student.id),
	createAssignment: (g, who, s) =>
		assignments.createAssignment(g, who, s.class.id, { title: 'T', choice }),
	getAssignment: (g, who, s) => assignments.getAssignment(g, who, s.assignment.id),
	changeTerms: (g, who, s) => assignments.changeTerms(g, who, s.assignment.id, { attempts: 9 }),
	closeAssignment: (g, who, s) => assignments.closeAssignment(g, who, s.assignment.id),
	reopenAssignment: (g, who, s) => assignments.reopenAssignment(g, who, s.assignment.id, null),
	substitutesFor: (g, who, s) => substitutesFor(g, who, s.assignment.id, itemOf(s)),
	setAllowance: (g, who, s) => setAllowance(g, who, s.assignment.id, s.student.student.id, extra),
	listAllowances: (g, who, s) => listAllowances(g, who, s.assignment.id),
	progressOf: (g, who, s) => progressOf(g, who, s.assignment.id),
	resultsOf: (g, who, s) => resultsOf(g, who, s.assignment.id)
};
/** The same, but it cannot be done to this class, or only once. */
const forTeachersLast: Record<string, Service> = {
	changePaper: (g, who, s) => changePaper(g, who, s.assignment.id, { redraw: true }),
	mergeStudents: async (g, who, s) => {
		const { class: now } = well(await classes.getClass(g, s.teacher, s.class.id));
		const twin = await aStudent(s.ground, now.code, `Twin ${newId()}`);
		return mergeStudents(g, who, twin.student.id, s.student.student.id);
	},
	removeStudent: (g, who, s) => students.removeStudent(g, who, s.student.student.id),
	deleteAssignment: (g, who, s) => deleteAssignment(g, who, s.assignment.id),
	deleteClass: (g, who, s) => deleteClass(g, who, s.class.id)
};
/** What only the student may do. */
const forStudents: Record<string, Service> = {
	standingOf: (g, who, s) => standingOf(g, who, s.assignment.id),
	standingsOf: (g, who, s) => standingsOf(g, who, s.class.id),
	linesOf: (g, who, s) => linesOf(g, who, s.class),
	startAttempt: (g, who, s) => startAttempt(g, who, s.assignment.id),
	saveAnswer: (g, who, s) => saveAnswer(g, who, answerTo(s, 1)),
	saveQuestion: async (g, who, s) => {
		const { fields } = answerTo(s, 1);
		const sent = { attempt: s.attempt.id, number: 1, state: '0.', fields };
		return { ok: false, ...(await pages.saveQuestion(g, who, sent)) };
	},
	savePage: (g, who, s) =>
		pages.savePage(g, who, s.attempt.id, [['s1', '0.'], ...answerTo(s, 1).fields]),
	takingPage: (g, who, s) => takingPage(g, who, s.assignment.id, 1),
	revealQuestion: (g, who, s) => pages.revealQuestion(g, who, s.attempt.id, 1),
	revealItem: (g, who, s) => revealItem(g, who, s.attempt.id, itemOf(s)),
	renewPhrase: (g, who, s) => students.renewPhrase(g, who, s.student.student.id),
	submitAttempt: (g, who, s) => submitAttempt(g, who, s.attempt.id)
};
/** What both may do. */
const forBoth: Record<string, Service> = {
	listAssignments: (g, who, s) => assignments.listAssignments(g, who, s.class.id),
	clockOf: (g, who, s) => clockOf(g, who, s.attempt.id),
	getAttempt: (g, who, s) => getAttempt(g, who, s.attempt.id),
	feedbackOf: (g, who, s) => feedbackOf(g, who, s.attempt.id),
	exportStudent: (g, who, s) => exportStudent(g, who, s.student.student.id)
};

onEachEngine('access', (engine) => {
	const ground = suiteGround(engine);
	const sittingOf = async () => ({ ...(await aSitting(ground, { feedback: 'at-once' })), ground });

	/** Everybody who has no business with a class; what they get must be "there is none". */
	async function strangers(s: Sitting): Promise<Record<string, Who>> {
		const other = await aClass(ground);
		const there = await aStudent(ground, other.class.code, 'Ann');
		const byLink = well(await classes.createClass(ground, nobody, { name: 'L' }, newId()));
		return {
			nobody,
			'another teacher': other.teacher,
			'a link of another class': { link: byLink.class.id },
			'a link to a class with an owner': { link: s.class.id },
			'a student of another class': there.actor,
			'somebody who made up an id': [{ student: newId() }, { teacher: newId() }],
			'a teacher with the id of a student': { teacher: s.student.student.id }
		};
	}

	async function refusesAll(
		services: Record<string, Service>,
		s: Sitting,
		who: Record<string, Who>
	) {
		for (const [name, service] of Object.entries(services))
			for (const [stranger, actor] of Object.entries(who)) {
				const answer = await service(ground, actor, s);
				expect([name, stranger, answer]).toMatchObject([
					name,
					stranger,
					{ ok: false, code: expect.stringMatching(/^no-/) }
				]);
				expect(Object.keys(answer).sort()).toEqual(['code', 'ok', 'sentence']);
			}
	}

	test('strangers get nothing, and do nothing', async () => {
		const s = await sittingOf();
		const all = { ...forTeachers, ...forTeachersLast, ...forStudents, ...forBoth };
		const rows = () =>
			ground.store.read(async (db) => [
				await db.selectFrom('class').selectAll().where('id', '=', s.class.id).execute(),
				await db.selectFrom('assignment').selectAll().where('class_id', '=', s.class.id).execute(),
				await db.selectFrom('attempt').selectAll().where('id', '=', s.attempt.id).execute(),
				await db.selectFrom('response').selectAll().where('attempt_id', '=', s.attempt.id).execute()
			]);
		const before = await rows();
		await refusesAll(all, s, await strangers(s));
		expect(await rows()).toEqual(before);
	});

	test('students do not what teachers do, nor teachers what students do', async () => {
		const s = await sittingOf();
		const mate = await aStudent(ground, s.class.code, 'Mate');
		await refusesAll({ ...forTeachers, ...forTeachersLast }, s, {
			student: s.student.actor,
			mate: mate.actor
		});
		await refusesAll(forStudents, s, { teacher: s.teacher });
		// a mate has a standing of their own, and sees the same list of assignments
		const { saveAnswer, saveQuestion, savePage, takingPage } = forStudents;
		const { revealItem, revealQuestion, submitAttempt } = forStudents;
		const { getAttempt, clockOf, feedbackOf, exportStudent } = forBoth;
		const ofAnother = {
			...{ saveAnswer, saveQuestion, savePage, takingPage },
			...{ revealItem, revealQuestion, submitAttempt },
			...{ getAttempt, clockOf, feedbackOf, exportStudent }
		};
		await refusesAll(ofAnother as Record<string, Service>, s, { mate: mate.actor });
	});

	test('those whose it is may', async () => {
		const s = await sittingOf();
		const mine = async (services: Record<string, Service>, who: Actor) => {
			for (const [name, service] of Object.entries(services))
				expect([name, await service(ground, who, s)]).toMatchObject([name, { ok: true }]);
		};
		await mine({ ...forStudents, ...forBoth }, s.student.actor);
		await mine({ ...forBoth, ...forTeachers }, s.teacher);
		const { mergeStudents, removeStudent, deleteAssignment, deleteClass } = forTeachersLast;
		const last = { mergeStudents, removeStudent, deleteAssignment, deleteClass };
		await mine(last as Record<string, Service>, s.teacher);
	});
});

describe('the list above', () => {
	const modules = import.meta.glob<Record<string, unknown>>('../../src/lib/server/classes/*.ts', {
		eager: false
	});
	/** They take who acts, but not whose something is: they make something new, or list one's own. */
	const ownOnly = ['createClass', 'listClasses', 'claimClasses', 'deleteClassesOf', 'renewLink'];

	test('has every service that takes who acts', async () => {
		const tried = [forTeachers, forTeachersLast, forStudents, forBoth].flatMap(Object.keys);
		const found: string[] = [];
		for (const [path, load] of Object.entries(modules)) {
			if (/\/(?:app|access)\.ts$/.test(path)) continue;
			for (const [name, value] of Object.entries(await load()))
				if (typeof value === 'function' && /^async function \w+\([^)]*?\bwho\b/.test(String(value)))
					found.push(name);
				else if (typeof value === 'function' && /^async \([^)]*?\bwho\b/.test(String(value)))
					found.push(name);
		}
		expect(found.length).toBeGreaterThan(25);
		expect(found.filter((name) => ![...tried, ...ownOnly].includes(name))).toEqual([]);
	});
});
