import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { placesOf, type Place } from './acting.ts';
import type { Actor } from './access.ts';
import { withGround } from './app.ts';
import { statusOf } from './forms.ts';
import type { Ground } from './ground.ts';
import type { Refusal } from './result.ts';

/** Where to go on after joining or coming back: a page of students, on this site. */
export function nextOf({ searchParams }: URL): string {
	const next = searchParams.get('next') ?? '';
	return /^\/class\/[\w-]{1,40}$/.test(next) ? next : resolve('/class');
}

/** The query that carries on where to go then. */
export const nextQuery = ({ searchParams }: URL): string => {
	const next = searchParams.get('next');
	return next ? `?${new URLSearchParams({ next })}` : '';
};

/** @throws what was refused, as a page of its own */
export function refused(refusal: Refusal): never {
	// the address itself names what is not there
	error(refusal.code === 'wrong-code' ? 404 : statusOf(refusal), refusal.sentence);
}

/** The student that this browser is; one that is nobody's is sent to join, and comes back then. */
export async function studentsOf(event: RequestEvent): Promise<{ places: Place[]; who: Actor[] }> {
	const places = await placesOf(event);
	if (places.length === 0) {
		const next = event.params['assignment'] ? `/class/${event.params['assignment']}` : '/class';
		redirect(303, `${resolve('/join')}?${new URLSearchParams({ next })}`);
	}
	return { places, who: places.map(({ student }) => ({ student: student.id })) };
}

/** What a page of students is made from. @throws redirects who is no student; a 503 when the database is away */
export async function asStudent<T>(
	event: RequestEvent,
	work: (ground: Ground, who: Actor[], places: Place[]) => Promise<T>
): Promise<T> {
	const { places, who } = await studentsOf(event);
	return withGround(event, (ground) => work(ground, who, places));
}

/** The place that an assignment belongs to. */
export const placeOf = (places: readonly Place[], classId: string): Place | undefined =>
	places.find((place) => place.class.id === classId);
