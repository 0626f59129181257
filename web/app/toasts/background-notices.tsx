import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { notify, type Notice } from "./notify";

/**
 * For screens that send things in the background, any number at once: remembers under which keys, so that what came of
 * each is told. Looking at the fetchers that are under way would miss an answer that came and went between two paints.
 */
export function useSentKeys(): { keys: readonly string[]; sent: (key: string) => void } {
  const [keys, setKeys] = useState<readonly string[]>([]);
  return {
    keys,
    sent: (key) => setKeys((known) => (known.includes(key) ? known : [...known, key])),
  };
}

export function BackgroundNotices({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => <NoticeOf key={key} fetcherKey={key} />);
}

function NoticeOf({ fetcherKey }: { fetcherKey: string }) {
  const { data } = useFetcher<{ notice?: Notice }>({ key: fetcherKey });
  useEffect(() => {
    if (data?.notice) notify(data.notice);
  }, [data]);
  return null;
}
