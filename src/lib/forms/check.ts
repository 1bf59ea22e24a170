import type { Index } from '../facts/pack.ts';
import type { Places } from '../facts/parse.ts';
import type { Problem } from '../facts/problem.ts';
import { kinds } from '../items/item.ts';

/** Blueprints name kinds that exist: a misspelt one would limit nothing. */
export const checkBlueprints = ({ pack }: Index, places: Places): Problem[] =>
	pack.modules.flatMap(({ id, blueprint }) =>
		Object.keys(blueprint.kinds)
			.filter((kind) => !(kinds as readonly string[]).includes(kind))
			.map((kind) => ({
				...places.at('modules', id, ['blueprint', 'kinds', kind]),
				code: 'unknown-kind',
				message: `${id}: there is no kind of question "${kind}"; known: ${kinds.join(', ')}.`
			}))
	);
