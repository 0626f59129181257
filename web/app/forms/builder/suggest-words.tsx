import { useState } from "react";
import { Button } from "~/components/ui/button";
import { TextRow } from "./rows";

type SuggestWordsProps = { address: string; onWords: (texts: Record<string, string>) => void };

/** Words for readers that somebody describes; they stand in the fields to be read, and undo takes them back. */
export function SuggestWords({ address, onWords }: SuggestWordsProps) {
  const [audience, setAudience] = useState("");
  const [state, setState] = useState<"idle" | "asking" | { failed: string }>("idle");
  const isShort = audience.trim().length < 3;
  async function ask(): Promise<void> {
    setState("asking");
    const answer = await askForWords(address, audience.trim());
    if ("texts" in answer) onWords(answer.texts);
    setState("texts" in answer ? "idle" : answer);
  }
  return (
    <div className="grid gap-2">
      <TextRow
        label="Have words suggested"
        value={audience}
        placeholder="Readers who come from LinkedIn"
        errors={typeof state === "object" ? [state.failed] : undefined}
        onChange={setAudience}
      />
      <Button
        size="sm"
        className="justify-self-start"
        pending={state === "asking"}
        aria-disabled={isShort || undefined}
        onClick={isShort ? undefined : () => void ask()}
      >
        Suggest words
      </Button>
    </div>
  );
}

export type WordsAnswer = { texts: Record<string, string> } | { failed: string };

async function askForWords(address: string, audience: string): Promise<WordsAnswer> {
  try {
    const response = await fetch(`${address}/wording`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ audience }),
      signal: AbortSignal.timeout(90_000),
    });
    const isOwn = response.ok && (response.headers.get("content-type") ?? "").includes("json");
    if (isOwn) return (await response.json()) as WordsAnswer; // safe: the action of that address answers so
  } catch {
    // Told below, like an answer that is none.
  }
  return { failed: "No answer came. Your words are as they were; try again." };
}
