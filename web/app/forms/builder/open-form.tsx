import { useFetcher } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { textOf } from "~/form/form-data";
import { useDraft } from "~/pieces/draft/use-draft";
import type { FaultAt } from "./faults";
import { BuilderView, type BuilderViewProps } from "./builder-view";
import { type FormWords, inOrder, wordsOf } from "./form-words";
import { saveForm } from "./save-form";

type Loaded = Omit<BuilderViewProps, "draft" | "acts" | "errors"> & { userId: string };

/** One form while it is open: its draft, and everything that can be done with it. */
export function OpenForm({ userId, ...loaded }: Loaded) {
  const { form, address } = loaded;
  const [errors, setErrors] = useState<readonly FaultAt[]>([]);
  const saved = useMemo(() => ({ words: inOrder(wordsOf(form)), revision: form.revision }), [form]);
  const save = useCallback(
    async (_changes: Partial<FormWords>, revision: number, words: FormWords) => {
      const answer = await saveForm(address, words, revision);
      setErrors(answer.errors ?? []);
      return answer;
    },
    [address],
  );
  const draft = useDraft<FormWords>({ userId, pieceId: form.id, saved, save });
  return <BuilderView {...loaded} draft={draft} errors={errors} acts={useActs(draft)} />;
}

function useActs({ keeper }: BuilderViewProps["draft"]): BuilderViewProps["acts"] {
  const fetcher = useFetcher();
  const pending = fetcher.state === "idle" || !fetcher.formData ? null : textOf(fetcher.formData, "intent");
  function send(fields: Record<string, string>): void {
    if (pending === null) fetcher.submit(fields, { method: "post" });
  }
  /** What was changed last is part of what visitors see. */
  async function sendSaved(intent: string): Promise<void> {
    if (await keeper.flush()) send({ intent, revision: String(keeper.snapshot().revision) });
  }
  return {
    publish: () => void sendSaved("publish"),
    unpublish: () => send({ intent: "unpublish" }),
    duplicate: () => void sendSaved("duplicate"),
    archive: () => void sendSaved("archive"),
    restore: () => send({ intent: "unarchive" }),
    pending,
  };
}
