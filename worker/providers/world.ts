/** What a provider needs of the world besides its settings; tests give their own. */
export type World = { now(): number; fetch: typeof fetch };
