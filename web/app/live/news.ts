import type { LiveEvent } from "./room";

/** Of which facts a screen or a part of one wants to know: nouns such as `lead`, and types such as `lead.moved`. */
export type Hears = readonly string[];

const reload = "reload";

export function typeOf(event: LiveEvent): string {
  return event.kind === "reload" ? reload : event.event;
}

export function isHeard(type: string, hears: Hears): boolean {
  return type === reload || hears.includes(type) || hears.includes(type.split(".")[0] ?? "");
}

/** What the last look was for, and what was told since. */
let [lookedFor, told] = [new Set<string>(), new Set<string>()];

export function noteNews(event: LiveEvent): void {
  told.add(typeOf(event));
}

export function beginLook(): void {
  [lookedFor, told] = [told, new Set()];
}

/** For a route's `shouldRevalidate`: since it was read, something was told that it wants to know of. */
export function hasNews(hears: Hears): boolean {
  return [...lookedFor, ...told].some((type) => isHeard(type, hears));
}
