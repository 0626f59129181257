import type { OpenForm } from "../contract";
import { make, tell } from "./dom";
import type { Draft } from "./draft";
import { contextOf } from "./page-context";
import type { Values } from "./values";

export type Done = {
  key: string;
  title: string;
  text?: string | null;
  buttonLabel?: string | null;
  redirectUrl: string | null;
};
export type Outcome =
  | { kind: "done"; ending: Done }
  | { kind: "faults"; faults: { key: string; text: string }[] }
  | { kind: "refused"; text: string; reason: string };

type Delivery = {
  host: HTMLElement;
  from: string;
  form: OpenForm;
  id: string;
  draft: Draft;
  values: Values;
  note: HTMLElement;
};

const waits = [2, 5, 10, 20, 40, 60];

/** Tries until there is an answer: by itself, when the network is back, or at the press of a button. Always the same id. */
export async function deliver(delivery: Delivery): Promise<Outcome> {
  for (let turn = 0; ; turn++) {
    const outcome = await attempt(delivery);
    if (outcome) return outcome;
    tell(delivery.host, "error", { reason: "unreachable", willRetry: true });
    await untilWorthTrying(delivery, waits[turn] ?? 120);
  }
}

function untilWorthTrying({ form, note }: Delivery, seconds: number): Promise<void> {
  const again = make(
    "button",
    { class: "trb-button trb-plain", part: "retry", type: "button" },
    form.words.try_again,
  );
  const link = make(
    "a",
    { href: form.hostedUrl, target: "_blank", rel: "noopener" },
    form.hostedUrl.replace(/^\w+:\/\//, ""),
  );
  note.replaceChildren(form.words.not_sent, " ", again, " ", link);
  return new Promise((resolve) => {
    const timer = setTimeout(go, seconds * 1000);
    function go() {
      clearTimeout(timer);
      removeEventListener("online", go);
      note.textContent = form.words.sending;
      resolve();
    }
    addEventListener("online", go);
    again.addEventListener("click", go);
  });
}

/** Nothing where the network or the server failed. */
async function attempt(delivery: Delivery): Promise<Outcome | null> {
  const { form, from, id, values, draft } = delivery;
  try {
    const answers = { ...values.read(), ...(await sendFiles(delivery)) };
    const body = {
      id,
      token: form.token,
      language: form.language,
      answers,
      website: websiteIn(delivery),
      draft: draft.isKept ? draft.name : undefined,
      ...contextOf(delivery.host),
    };
    const response = await fetch(`${from}/f/${form.id}/submissions`, {
      method: "POST",
      credentials: "omit",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.status >= 500 || response.status === 429) return null;
    return outcomeOf(response.ok, await response.json());
  } catch (error) {
    if (error instanceof FileRefused)
      return { kind: "faults", faults: [{ key: error.key, text: error.message }] };
    return null;
  }
}

type Problem = { code: string; detail: string; errors?: { pointer: string; detail: string }[] };

function outcomeOf(isOk: boolean, body: unknown): Outcome {
  if (isOk) return { kind: "done", ending: (body as { ending: Done }).ending }; // safe: our own API's answer
  const { code, detail, errors = [] } = body as Problem; // safe: every refusal of our API has this shape
  const faults = errors
    .filter(({ pointer }) => pointer.startsWith("/answers/"))
    .map(({ pointer, detail: text }) => ({ key: pointer.split("/")[2] ?? "", text }));
  return faults.length > 0 ? { kind: "faults", faults } : { kind: "refused", text: detail, reason: code };
}

class FileRefused extends Error {
  constructor(
    readonly key: string,
    words: string,
  ) {
    super(words);
  }
}

const sent = new WeakMap<File, string>();

async function sendFiles({ form, from, values }: Delivery): Promise<Record<string, string[]>> {
  const answers: Record<string, string[]> = {};
  for (const { key, files } of values.files()) {
    answers[key] = [];
    for (const file of files) {
      const known = sent.get(file) ?? (await sendFile(`${from}/f/${form.id}/files`, key, file));
      sent.set(file, known);
      answers[key].push(known);
    }
  }
  return answers;
}

async function sendFile(url: string, key: string, file: File): Promise<string> {
  const body = new FormData();
  body.append("key", key);
  body.append("file", file);
  const response = await fetch(url, { method: "POST", credentials: "omit", body });
  if (response.status >= 500 || response.status === 429) throw new Error("unreachable");
  const answer = (await response.json()) as { id: string } & Problem; // safe: our own API's answer
  if (!response.ok) throw new FileRefused(key, answer.errors?.[0]?.detail ?? answer.detail);
  return answer.id;
}

function websiteIn({ note }: Delivery): string {
  return note.parentElement?.querySelector<HTMLInputElement>('[name="_website"]')?.value ?? "";
}
