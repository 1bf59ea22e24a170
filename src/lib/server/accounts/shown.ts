import { settings } from './open.ts';
import { providerNames, type Provider } from './settings.ts';

/** Google and Microsoft, where this server was set up for them. */
export const providersShown = (): { id: Provider; name: string }[] =>
	(['google', 'microsoft'] as const)
		.filter((id) => settings()[id])
		.map((id) => ({ id, name: providerNames[id] }));
