import { describe, expect, test } from 'vitest';
import { entitiesAbout, factsAbout } from '../../src/lib/facts/about.ts';
import { need } from '../../src/lib/facts/pack.ts';
import { changed, mills, sound, soundPacks } from './packs.ts';

const { index } = sound('the small pack', mills());
const ids = (entity: string, of = index) => factsAbout(entity, of).map(({ id }) => id);

describe('a fact is about', () => {
	test('whoever fills a role of it, and whoever says it', () => {
		const [first] = index.pack.facts.filter(({ attribution }) => attribution);
		const speaker = first?.attribution?.by ?? '';
		expect(ids(speaker)).toContain(first?.id);
		expect(ids('gate-break')).toContain('gate-broke-on');
	});

	test('what only its statement names', () => {
		expect(ids('upper-weir')).toContain('gate-broke-on');
	});

	test('nobody whom it does not name', () => {
		expect(ids('rook-mill')).not.toContain('gate-broke-on');
		expect(factsAbout('atlantis', index)).toEqual([]);
	});

	test('a place only by the names that texts mean it by, where it says so', () => {
		const files = changed(mills(), [
			['entities/places.yaml', '  name: Upper Weir\n', '  name: Upper Weir\n  named: [Old Weir]\n']
		]);
		expect(ids('upper-weir', sound('renamed', files).index)).not.toContain('gate-broke-on');
	});
});

test('both ways say the same, for every fact and entity', () => {
	for (const { index } of soundPacks())
		for (const fact of index.pack.facts)
			for (const id of entitiesAbout(fact, index))
				if (index.entity.has(id))
					expect(factsAbout(need(index.entity, id, 'entity').id, index)).toContain(fact);
});
