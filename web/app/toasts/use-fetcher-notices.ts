import { useFetchers } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { notify, type Notice } from "./notify";

/** Tells what came of things sent in the background under keys that begin so; each notice once. */
export function useFetcherNotices(keyPrefix: string): void {
  const fetchers = useFetchers();
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { key, data } of fetchers) {
      // safe: actions that are sent to in the background answer with this
      const notice = (data as { notice?: Notice } | undefined)?.notice;
      if (!key.startsWith(keyPrefix) || !notice || told.current.has(notice.id)) continue;
      told.current.add(notice.id);
      notify(notice);
    }
  });
}
