import { clsx } from "clsx";
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from "react";
import { formBlocks } from "../../../../worker/forms/pure/markup";
import type { Words } from "../../../../worker/forms/pure/say";
import { directionOf, localise } from "../../../../worker/forms/pure/texts";
import { pagesOf } from "../../../../worker/forms/pure/walk";
import { themeVariables } from "../../../../worker/forms/pure/theme";
import type { Definition } from "../definition";
import type { Selection } from "../builder/builder-context";
import { type Addition, BlockTree } from "./block-tree";
import { EndingPreview } from "./ending-preview";
import { rawOf } from "./raw-of";
import { useFormStyles } from "./use-form-styles";
import { type Preview, usePreview } from "./use-preview";

type FormPreviewProps = {
  definition: Definition;
  language: string;
  words: Words;
  mode: "light" | "dark";
  selected: Selection;
  onSelect: (selection: Selection) => void;
};

/** The form as a visitor meets it: the same markup, the same rules, everything but the sending. */
export function FormPreview({ definition, language, words, mode, selected, onSelect }: FormPreviewProps) {
  const isStyled = useFormStyles();
  const said = localise(definition, language);
  const preview = usePreview(said, selected);
  const shared = { preview, definition: said, words, selected };
  return (
    <div
      data-preview
      lang={language}
      dir={directionOf(language)}
      className={clsx("trb", !isStyled && "invisible")}
      // safe: custom properties are no names that React knows
      style={{ ...themeVariables(definition.theme, mode), "--trb-scheme": mode } as CSSProperties}
    >
      {preview.ended ? (
        <EndingPreview {...shared} />
      ) : (
        <Asking key={preview.round} {...shared} onSelect={onSelect} />
      )}
    </div>
  );
}

type AskingProps = Pick<FormPreviewProps, "definition" | "words" | "selected" | "onSelect"> & {
  preview: Preview;
};

function Asking({ preview, definition, words, selected, onSelect }: AskingProps) {
  const form = useRef<HTMLFormElement>(null);
  useShown(form, selected);
  const [values] = useState(preview.raw);
  const blocks = formBlocks({ definition, words, values, faults: preview.faults, hasScript: true });
  function choose(event: React.SyntheticEvent): void {
    const part = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-key]") : null;
    const key = part?.dataset["key"];
    if (key !== undefined && key !== selected) onSelect(key);
  }
  return (
    // The keys are the fields' own: going into one chooses its question.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <form
      ref={form}
      noValidate
      aria-label={definition.title || "Form"}
      onFocus={choose}
      onClick={choose}
      onChange={({ currentTarget }) => preview.answer(rawOf(definition, currentTarget))}
      onSubmit={(event) => {
        event.preventDefault();
        if (!preview.next()) focusSummary(form.current);
      }}
    >
      <BlockTree blocks={blocks} add={additionOf({ preview, definition, words, selected })} />
      {definition.fields.length === 0 && <p className="trb-help">Nothing is asked yet.</p>}
    </form>
  );
}

/** Only this page, and of it only what the answers call for. */
function additionOf({ preview, definition, words, selected }: Omit<AskingProps, "onSelect">): Addition {
  const shown = shownKeys(preview, definition, selected);
  return (attributes) => {
    const { "data-key": key, "data-page": page } = attributes;
    if (page !== undefined) return { hidden: Number(page) !== preview.index };
    if (key !== undefined)
      return { hidden: !shown.has(String(key)), "data-chosen": key === selected || undefined };
    if ("data-back" in attributes) return { hidden: preview.isFirst, onClick: preview.back };
    if (attributes["id"] === "trb-title") return { hidden: !definition.title };
    if (attributes["type"] === "submit")
      return { children: preview.isLast ? definition.submitLabel || words.submit : words.next };
    return {};
  };
}

/** Also what is chosen but not called for, so that whoever writes it sees it. */
function shownKeys({ walked, index }: Preview, definition: Definition, selected: Selection): Set<string> {
  const page = walked.pages.includes(index) ? [] : (pagesOf(definition)[index]?.fields ?? []);
  return new Set([...walked.fields, ...page].map(({ key }) => key).concat(selected ?? []));
}

/** What is chosen in the list comes into view. */
function useShown(form: RefObject<HTMLElement>, selected: Selection): void {
  useEffect(() => {
    if (selected === null) return;
    const field = form.current?.querySelector(`[data-key="${CSS.escape(selected)}"]`);
    field?.scrollIntoView({ block: "nearest" });
  }, [form, selected]);
}

/** After the words of what is wrong are there. */
function focusSummary(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(".trb-summary")?.focus());
}
