import { countWords, loadedWords, longestQuotation, type CheckContext } from './context.ts';

/** Sources: references, cautions, and silence claimed only of reports that were read in full. */
export function checkSources({ index, report }: CheckContext): void {
	for (const source of index.pack.sources) {
		const say = (path: PropertyKey[], code: string, message: string) =>
			report('sources', source.id, path, code, message);
		for (const id of source.voices ?? [])
			if (!index.entity.has(id))
				say(['voices'], 'unknown-entity', `${source.id}: there is no entity "${id}".`);
		source['derived-from'].forEach((step, position) => {
			if (step.source !== undefined && !index.source.has(step.source))
				say(
					['derived-from', position],
					'unknown-source',
					`${source.id}: there is no source "${step.source}".`
				);
			if (step.source === source.id)
				say(
					['derived-from', position],
					'own-origin',
					`${source.id} can't be derived from itself: name the text it was copied or translated from.`
				);
		});
		source.cautions.forEach((caution, position) => {
			for (const id of caution['shown-by'])
				if (!index.source.has(id))
					say(
						['cautions', position],
						'unknown-source',
						`${source.id}: there is no source "${id}".`
					);
			if (caution.quote !== undefined && countWords(caution.quote) > longestQuotation)
				say(
					['cautions', position, 'quote'],
					'long-quotation',
					`${source.id}: a quotation has at most ${longestQuotation} words.`
				);
		});
		if (source['silent-on'].length > 0 && source.read !== 'in-full' && !source.digest)
			say(
				['silent-on'],
				'not-read',
				`${source.id} was not read in full, and has no digest of a passage: its silence proves nothing.`
			);
		for (const id of source['silent-on']) {
			const fact = index.fact.get(id);
			if (!fact) say(['silent-on'], 'unknown-fact', `${source.id}: there is no fact "${id}".`);
			else if (fact.evidence.some((evidence) => evidence.source === source.id))
				say(
					['silent-on'],
					'not-silent',
					`${source.id} is evidence for ${id}: it is not silent on it.`
				);
		}
		source.misreadings.forEach(({ fact: ids, reads }, position) => {
			const path = ['misreadings', position];
			for (const id of [ids].flat()) {
				const fact = index.fact.get(id);
				const shown = fact?.evidence.some(
					(one) => one.source === source.id && one.stance === 'supports'
				);
				if (!fact) say(path, 'unknown-fact', `${source.id}: there is no fact "${id}".`);
				else if (!shown || !source.digest?.includes(`(fact:${id})`))
					say(
						path,
						'not-stated',
						`${source.id} does not show that "${reads}" is wrong: its digest must state ${id}, and be evidence for it.`
					);
			}
			for (const word of loadedWords(reads, index.pack.sourcebook.loaded))
				say(path, 'loaded-word', `${source.id}: "${word}" takes a side; use neutral words.`);
		});
		for (const [, id = ''] of (source.digest ?? '').matchAll(/\]\(fact:([^)\s]*)\)/g))
			if (!index.fact.has(id))
				say(['digest'], 'unknown-fact', `${source.id}: there is no fact "${id}".`);
		for (const word of loadedWords(source.digest ?? '', index.pack.sourcebook.loaded))
			say(
				['digest'],
				'loaded-word',
				`${source.id}: "${word}" takes a side; put it in quotation marks with its speaker.`
			);
	}
}
