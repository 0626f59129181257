import { useActionData, useLocation, useNavigation } from "@remix-run/react";
import { useState } from "react";

/**
 * What the action of this page answered, until something else is sent or the page is left. Remix forgets an answer when
 * the page's data are loaded anew, and that happens whenever a colleague changes something: neither an error beside a
 * field nor a secret that is shown once may vanish by that.
 */
export function useAnswer<T>(): T | undefined {
  const answer = useActionData() as T | undefined; // safe: the caller names its own action's answer
  const { pathname } = useLocation();
  const isSending = (useNavigation().formMethod ?? "GET") !== "GET";
  const [kept, setKept] = useState<Kept<T>>({ answer, pathname, isSending });
  const next = keep(kept, { answer, pathname, isSending });
  if (next !== kept) setKept(next);
  return next.answer;
}

type Kept<T> = { answer: T | undefined; pathname: string; isSending: boolean };

export function keep<T>(kept: Kept<T>, now: Kept<T>): Kept<T> {
  if (now.pathname !== kept.pathname) return now;
  if (now.answer !== undefined)
    return now.answer === kept.answer && now.isSending === kept.isSending ? kept : now;
  // Something was sent, and nothing came back but a page: it was accepted.
  if (kept.isSending && !now.isSending) return now;
  return now.isSending === kept.isSending ? kept : { ...kept, isSending: now.isSending };
}
