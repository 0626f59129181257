import { useFetchers, useMatches, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { FrameOrganization } from "~/frame/frame-data";
import { useLatest } from "~/latest";
import { forgetReadAhead } from "~/read-ahead";
import { tellDue } from "~/toasts/tell-due";
import { beginLook, isHeard, noteNews, typeOf } from "./news";
import { paced } from "./pace";
import { joinRoom, type LiveEvent } from "./room";
import { useHears } from "./use-hears";
import { whenOnline } from "./when-online";

/** A look that is owed; not where the page was read anew since, as it is with the answer to what was being sent. */
type Owed = { unlessReadSince?: unknown };

/**
 * Keeps what is on the screen as it is in the organization, whoever changes it and wherever. While this browser itself
 * is sending something it waits: a look of its own would take the place of the page that the answer leads to. Without a
 * network it waits too: a look that fails would take the place of what can still be read.
 */
export function useLive(organization: Pick<FrameOrganization, "id" | "slug"> | null): void {
  const { id: organizationId, slug } = organization ?? {};
  const { hear, look } = useLook(`/o/${slug}/leads`);
  useEffect(() => {
    if (!organizationId) return;
    const pace = paced(() => look.current());
    const leave = joinRoom(organizationId, (event) => {
      if (hear.current(event)) pace.soon();
    });
    return () => {
      pace.stop();
      leave();
    };
  }, [hear, look, organizationId]);
}

function useLook(leadsTo: string) {
  const { revalidate } = useRevalidator();
  const hears = useHears();
  const activity = useActivity();
  const shown = useMatches().at(-1)?.data;
  const owed = useRef<Owed | null>(null);
  const look = useLatest(() => {
    owed.current = activity !== "idle" || !navigator.onLine ? {} : null;
    if (owed.current) return;
    beginLook();
    revalidate();
  });
  const hear = useLatest((event: LiveEvent): boolean => {
    tellDue(event, leadsTo);
    forgetReadAhead();
    // On the way to another screen nobody knows yet what that one wants to hear of.
    if (activity === "idle" && hears && !isHeard(typeOf(event), hears)) return false;
    noteNews(event);
    if (activity === "sending") owed.current ??= { unlessReadSince: shown };
    return activity !== "sending";
  });
  useEffect(() => {
    const lookIfOwed = () => {
      const debt = owed.current;
      owed.current = null;
      if (debt && (!("unlessReadSince" in debt) || debt.unlessReadSince === shown)) look.current();
    };
    if (activity === "idle") lookIfOwed();
    return whenOnline(lookIfOwed);
  }, [activity, look, shown]);
  return { hear, look };
}

function useActivity(): "idle" | "sending" | "reading" {
  const states = new Set([useNavigation().state, ...useFetchers().map(({ state }) => state)]);
  if (states.has("submitting")) return "sending";
  return states.has("loading") ? "reading" : "idle";
}
