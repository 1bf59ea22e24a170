import type { Event } from '../accounts/open.ts';
import { teacherOf } from '../accounts/teacher.ts';
import type { Class, Student } from '../storage/tables.ts';
import type { Actor } from './access.ts';
import { withGround } from './app.ts';
import { holderOf, studentOfToken } from './sessions.ts';
import { addToken, keepTokens, tokensOf } from './tokens.ts';

/** A place in a class that this browser has joined. */
export interface Place {
	student: Student;
	class: Class;
	/** Of its session: for signing out. */
	token: string;
}

const cookie = 'places';
const mostPlaces = 10;

/** Lets this browser act as the student whose token it is, beside the others that it holds. */
export function takePlace({ cookies }: Pick<Event, 'cookies'>, token: string): void {
	addToken(cookies, cookie, token, mostPlaces);
}

/** Forgets one place of this browser; the session itself is ended by `signOut`. */
export function leavePlace({ cookies }: Pick<Event, 'cookies'>, token: string): void {
	keepTokens(
		cookies,
		cookie,
		tokensOf(cookies, cookie).filter((one) => one !== token)
	);
}

const asking = new WeakMap<Request, Promise<Place[]>>();

/**
 * The places of this browser, the last joined first. Asked several times for one request, it looks once. Without a
 * cookie, nothing is opened.
 * @throws what SvelteKit's `error` throws, when the database is away
 */
export function placesOf(event: Event): Promise<Place[]> {
	const known = asking.get(event.request) ?? lookUp(event);
	asking.set(event.request, known);
	return known;
}

async function lookUp(event: Event): Promise<Place[]> {
	const tokens = tokensOf(event.cookies, cookie).slice(0, mostPlaces);
	if (tokens.length === 0) return [];
	return withGround(event, async (ground) => {
		const found = await Promise.all(
			tokens.map(async (token) => {
				const place = await studentOfToken(ground, token);
				return place && { ...place, token };
			})
		);
		const places = found.filter((one) => one !== undefined);
		// removed by the teacher, or signed out elsewhere: the token opens nothing any more
		if (places.length < tokens.length)
			keepTokens(
				event.cookies,
				cookie,
				places.map(({ token }) => token)
			);
		return places;
	});
}

/** The students that this browser is. Their classes are not asked for: this is done with each answer that is saved. */
async function studentsOf(event: Event): Promise<Student[]> {
	const known = asking.get(event.request);
	if (known) return (await known).map(({ student }) => student);
	const tokens = tokensOf(event.cookies, cookie).slice(0, mostPlaces);
	if (tokens.length === 0) return [];
	const found = await withGround(event, (ground) =>
		Promise.all(tokens.map((token) => holderOf(ground, token)))
	);
	return found.filter((one) => one !== undefined);
}

/** All that this browser may act as: teacher by account or private link, student by the classes it joined. */
export async function actingOf(event: Event): Promise<Actor[]> {
	const [{ who }, students] = await Promise.all([teacherOf(event), studentsOf(event)]);
	return [...who, ...students.map(({ id }): Actor => ({ student: id }))];
}
