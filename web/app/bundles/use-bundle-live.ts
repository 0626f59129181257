import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLatest } from "~/latest";
import { joinRoom } from "~/live/room";
import type { PieceLine, Progress } from "./bundle";
import { type BundleState, type BundleStore, createBundleStore } from "./bundle-live";

type Page = { organizationId: string; bundleId: string; pieces: PieceLine[]; progress: Progress };

const breathMs = 120;

/** The bundle's page, and all that its room tells from then on. Whatever else changes a bundle the organization's room tells. */
export function useBundleLive({ organizationId, bundleId, pieces, progress }: Page): BundleStore {
  const [store] = useState(() => createBundleStore(pieces, progress));
  const { revalidate } = useRevalidator();
  const look = useLatest(() => navigator.onLine && revalidate());
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) store.begin(pieces, progress);
    first.current = false;
  }, [store, pieces, progress]);
  useEffect(() => {
    let breath: ReturnType<typeof setTimeout> | undefined;
    function lookSoon(): void {
      clearTimeout(breath);
      breath = setTimeout(() => look.current(), breathMs);
    }
    const leave = joinRoom(
      organizationId,
      (event) => {
        store.hear(event);
        if (event.kind === "reload") lookSoon();
      },
      { about: bundleId, onJoined: lookSoon },
    );
    return () => {
      clearTimeout(breath);
      leave();
    };
  }, [store, look, organizationId, bundleId]);
  return store;
}

export function useBundle<T>(store: BundleStore, select: (state: BundleState) => T): T {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.read()),
    () => select(store.read()),
  );
}
