/** Stands for zod's translations in the bundle; see `alias` in wrangler.toml. */
export const translations = null;
