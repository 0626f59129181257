import { useSearchParams } from "@remix-run/react";
import { useState } from "react";
import type { FormWords } from "./form-words";
import { type PanelName, panelOf, type Part } from "./panels";

export type Place = ReturnType<typeof usePlace>;

/** What is looked at: in the address, so that it can be shared and gone back to. */
export function usePlace(start: { panel?: PanelName; part?: Part } = {}) {
  const [params, setParams] = useSearchParams();
  const [language, setLanguage] = useState<string | null>(null);
  const [part, setPart] = useState<Part>(start.part ?? "questions");
  const current = panelOf(params.get("panel") ?? start.panel ?? null);
  return {
    panel: current,
    part,
    languageOf: (words: FormWords) =>
      language !== null && language in words.translations ? language : words.language,
    setLanguage,
    go(to: { part?: Part; panel?: PanelName }): void {
      if (to.part) setPart(to.part);
      if (to.panel === undefined || to.panel === current) return;
      const { panel } = to;
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.set("panel", panel);
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
  };
}
