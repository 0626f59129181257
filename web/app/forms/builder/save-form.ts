import type { SaveAnswer } from "~/pieces/draft/keeper";
import type { FaultAt } from "./faults";
import type { FormWords } from "./form-words";

export type FormSaveAnswer = SaveAnswer<FormWords> & { errors?: FaultAt[] };

/** Longer bodies than this a browser does not send for a page that is going away. */
const mostWhileLeaving = 60_000;
const patienceMs = 20_000;

/** Autosave asks by itself, so that a save reads no page again. */
export async function saveForm(address: string, words: FormWords, revision: number): Promise<FormSaveAnswer> {
  const body = JSON.stringify({ words, revision });
  try {
    const response = await fetch(`${address}/save`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: body.length < mostWhileLeaving,
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status >= 500) return { kind: "unreachable" };
    const isOwn = !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
    if (!isOwn) return { kind: "refused", message: signedOut };
    return (await response.json()) as FormSaveAnswer; // safe: the action of that address answers so
  } catch {
    return { kind: "unreachable" };
  }
}

const signedOut =
  "you are signed out. Sign in in another window and try again; your changes are kept here meanwhile.";
