import { useMatches } from "@remix-run/react";
import type { Hears } from "./news";

/** What a route of a screen exports as its `handle`. */
export type LiveHandle = { hears: Hears };

/** The frame shows where one is, as whom, and what one may. */
const frame: Hears = ["organization", "member", "role"];

/** What the screens that are open want to know of; nothing is said where they want to know of everything. */
export function useHears(): Hears | null {
  const handles = useMatches().flatMap(({ handle }) => (isLive(handle) ? [handle] : []));
  return handles.length === 0 ? null : [...frame, ...handles.flatMap(({ hears }) => hears)];
}

function isLive(handle: unknown): handle is LiveHandle {
  return typeof handle === "object" && handle !== null && "hears" in handle;
}
