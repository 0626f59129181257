import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { LeadNewsContext } from "./lead-news";

export type CardState<T> = { state: "loading" | "failed" } | { state: "ready"; value: T };

export type CardRead<T> = {
  read: CardState<T>;
  again(): void;
  /** Shows what was just done, or what a save answered, without asking. */
  put(value: T): void;
};

/** `look` says which look at the address it came of. */
type Kept<T> = { address: string; look: string; read: CardState<T> };

/**
 * What a card of the lead page shows, read from an address of its own: nobody waits for it, its failure stays in the card,
 * and it is read again whenever something happens to the lead. What is there stays until the newer answer has come;
 * `first` is what the page came with.
 */
export function useCard<T>(address: string, first?: T): CardRead<T> {
  const news = useContext(LeadNewsContext);
  const [tries, setTries] = useState(0);
  const look = `${address} ${news} ${tries}`;
  const [kept, setKept] = useState<Kept<T> | undefined>(() =>
    first === undefined ? undefined : { address, look, read: { state: "ready", value: first } },
  );
  const isHere = kept?.look === look;
  const asked = useRef("");
  useEffect(() => {
    if (isHere) return;
    const controller = new AbortController();
    asked.current = look;
    async function read(): Promise<void> {
      const value = await readJson<T>(address, controller.signal);
      if (controller.signal.aborted || asked.current !== look) return;
      setKept((known) => ({
        address,
        look,
        read: value ? { state: "ready", value } : failed(known, address),
      }));
    }
    void read();
    return () => controller.abort();
  }, [address, look, isHere]);
  const put = useCallback(
    (value: T) => {
      asked.current = "";
      setKept({ address, look, read: { state: "ready", value } });
    },
    [address, look],
  );
  const again = useCallback(() => setTries((count) => count + 1), []);
  return { read: kept?.address === address ? kept.read : { state: "loading" }, again, put };
}

/** A look that fails takes nothing away. */
function failed<T>(known: Kept<T> | undefined, address: string): CardState<T> {
  return known?.address === address && known.read.state === "ready" ? known.read : { state: "failed" };
}

/** Nothing where no answer came. */
export async function readJson<T>(address: string, signal?: AbortSignal): Promise<T | null> {
  try {
    const response = await fetch(address, { signal });
    const isOurs = response.ok && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the loader of that address answers so
    return isOurs ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
