import type { SaveAnswer } from "./draft/keeper";
import type { Words } from "./draft/merge";
import type { SuggestAnswer } from "./text/rich-text-props";

/** Longer bodies than this a browser does not send for a page that is going away. */
const mostWhileLeaving = 60_000;
const patienceMs = 20_000;

const signedOut =
  "you are signed out. Sign in in another window and try again; your words are kept here meanwhile.";

export async function savePiece(
  address: string,
  changes: Words,
  revision: number,
): Promise<SaveAnswer<Words>> {
  const response = await post(`${address}/save`, { changes, revision });
  if (!response || response.status >= 500) return { kind: "unreachable" };
  if (!isOwnAnswer(response)) return { kind: "refused", message: signedOut };
  return (await response.json()) as SaveAnswer<Words>; // safe: the action of that address answers so
}

export async function askForWords(
  address: string,
  selection: string,
  instruction: string,
): Promise<SuggestAnswer> {
  const response = await post(`${address}/suggestion`, { selection, instruction }, 90_000);
  if (!response || response.status >= 500)
    return { ok: false, message: "No answer came. Your text is as it was; try again." };
  if (!isOwnAnswer(response)) return { ok: false, message: "You are signed out. Sign in, then ask again." };
  return (await response.json()) as SuggestAnswer; // safe: as above
}

export function judgeWords(address: string, generationId: string, accepted: boolean): void {
  void post(`${address}/suggestion`, { generationId, accepted });
}

function isOwnAnswer(response: Response): boolean {
  return !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
}

/** Nothing where no answer comes: the caller keeps what it has. */
async function post(address: string, value: object, patience = patienceMs): Promise<Response | null> {
  const body = JSON.stringify(value);
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: body.length < mostWhileLeaving,
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    return null;
  }
}
