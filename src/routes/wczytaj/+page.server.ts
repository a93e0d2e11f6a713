import { catalogue } from '$lib/server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ gminy: catalogue().units.all('gmina').length });
