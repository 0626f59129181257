import { useFetchers, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { FrameOrganization } from "~/frame/frame-data";
import { useLatest } from "~/latest";
import { tellDue } from "~/toasts/tell-due";
import { joinRoom } from "./room";
import { whenOnline } from "./when-online";

/** Several facts in one breath are one look. */
const breathMs = 120;

/**
 * Keeps what is on the screen as it is in the organization, whoever changes it and wherever. While this browser itself
 * is sending something it waits: a look of its own would take the place of the page that the answer leads to. Without a
 * network it waits too: a look that fails would take the place of what can still be read.
 */
export function useLive(organization: Pick<FrameOrganization, "id" | "slug"> | null): void {
  const { revalidate } = useRevalidator();
  const { id: organizationId, slug } = organization ?? {};
  const isBusy = useIsBusy();
  const isStale = useRef(false);
  const look = useLatest(() => {
    isStale.current = isBusy || !navigator.onLine;
    if (!isStale.current) revalidate();
  });
  useEffect(() => {
    if (!organizationId) return;
    let breath: ReturnType<typeof setTimeout> | undefined;
    const leave = joinRoom(organizationId, (event) => {
      tellDue(event, `/o/${slug}/leads`);
      // Counted from the first of them: where something happens all the time, there is a look all the same.
      breath ??= setTimeout(() => {
        breath = undefined;
        look.current();
      }, breathMs);
    });
    return () => {
      clearTimeout(breath);
      leave();
    };
  }, [look, organizationId, slug]);
  useEffect(() => {
    if (!isBusy && isStale.current) look.current();
    return whenOnline(() => {
      if (isStale.current) look.current();
    });
  }, [isBusy, look]);
}

function useIsBusy(): boolean {
  const { state } = useNavigation();
  const fetchers = useFetchers();
  return state !== "idle" || fetchers.some((fetcher) => fetcher.state !== "idle");
}
