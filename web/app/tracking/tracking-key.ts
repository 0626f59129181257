export type ConsentMode = "ask" | "cookieless";

export type TrackingKey = {
  id: string;
  name: string;
  key: string;
  domains: string[];
  consentMode: ConsentMode;
  status: "active" | "ending" | "ended";
  endsAt: string | null;
  lastEventAt: string | null;
  lastEventUrl: string | null;
};

/** A file of ours with the proof that it is unchanged. */
export type TrackingScript = { file: string; integrity: string };

export const consentWords: Record<ConsentMode, { name: string; about: string }> = {
  ask: {
    name: "Only after consent",
    about: "Nothing is sent and nothing is kept in the browser until your consent banner says yes.",
  },
  cookieless: {
    name: "Count without keeping",
    about:
      "Before consent, visits are counted for a day and nobody is known again. After consent, visitors are.",
  },
};

/** What stands in the page's head: the version and its hash are fixed, so the page never runs what you have not seen. */
export function snippetOf(host: string, { file, integrity }: TrackingScript, key: TrackingKey): string {
  return [
    `<script async src="${host}/embed/${file}"`,
    `  integrity="${integrity}" crossorigin="anonymous"`,
    `  data-key="${key.key}" data-consent="${key.consentMode}"></script>`,
  ].join("\n");
}

export const consentCall = `(window.tributary ||= []).push(["consent", true])`;
export const identifyCall = `(window.tributary ||= []).push(["identify", "ada@example.com"])`;
