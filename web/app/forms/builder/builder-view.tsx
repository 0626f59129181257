import { clsx } from "clsx";
import { lazy, Suspense, useMemo, useState } from "react";
import { loadPatiently } from "~/live/patient-fetch";
import type { Draft } from "~/pieces/draft/use-draft";
import type { Form } from "../form";
import { BuilderContext, type Selection } from "./builder-context";
import { BuilderHeader, type FormActs } from "./builder-header";
import { BuilderNotices } from "./builder-notices";
import { Conflict } from "./conflict";
import { type FaultAt, faultsByKey } from "./faults";
import { definitionOf, type FormWords } from "./form-words";
import type { CustomField } from "./mapping-fields";
import { PartTabs } from "./part-tabs";
import type { PanelName, Part } from "./panels";
import { PreviewPane } from "./preview-pane";
import { QuestionList } from "./question-list";
import type { Teammate } from "./settings-panel";
import { Side } from "./side";
import { useBuilderKeys } from "./use-builder-keys";
import { useFormBuilder } from "./use-form-builder";
import { type Place, usePlace } from "./use-place";

const EmbedDialog = lazy(() =>
  loadPatiently(async () => ({ default: (await import("../embed-dialog")).EmbedDialog })),
);

export type BuilderViewProps = {
  form: Form;
  draft: Draft<FormWords>;
  errors: readonly FaultAt[];
  acts: FormActs;
  /** Of this form, such as `/o/northwind/forms/frm_…`, and of the list it stands in. */
  address: string;
  listTo: string;
  teammates: readonly Teammate[];
  customFields: readonly CustomField[];
  mayWrite: boolean;
  mayReadAnswers: boolean;
  /** Where the gallery begins. */
  start?: { panel?: PanelName; part?: Part; selected?: Selection };
};

/** Where a form is built: its questions, how it looks and works, and the settings of what is chosen. */
export function BuilderView(props: BuilderViewProps) {
  const { form, draft, errors, mayWrite, start } = props;
  const { view, keeper } = draft;
  const [sharing, setSharing] = useState(false);
  const place = usePlace(start);
  const faults = useMemo(() => faultsByKey(errors, definitionOf(view.words)), [errors, view.words]);
  const [selected, select] = useState<Selection>(start?.selected ?? null);
  const builder = useFormBuilder({
    draft,
    editable: mayWrite && form.state !== "archived" && view.clash === null,
    faults,
    selected,
    select,
    open: (selection) => {
      select(selection);
      place.go({ part: "settings", panel: "question" });
    },
  });
  return (
    <div data-wide className="max-md:pb-28">
      <BuilderContext.Provider value={builder}>
        <BuilderHeader
          {...props}
          state={view.state}
          onRetry={() => keeper.retry()}
          onShare={() => setSharing(true)}
        />
        <BuilderNotices form={form} mayWrite={mayWrite} wrong={faults.get("") ?? []} />
        {view.clash && (
          <Conflict
            clash={view.clash}
            mine={view.words}
            onKeepMine={() => keeper.keepMine()}
            onTakeTheirs={() => keeper.takeTheirs()}
          />
        )}
        <PartTabs part={place.part} onPart={(part) => place.go({ part })} />
        <Columns {...props} place={place} save={() => void keeper.flush()} builder={builder} />
        <Suspense>{sharing && <EmbedDialog form={form} onClose={() => setSharing(false)} />}</Suspense>
      </BuilderContext.Provider>
    </div>
  );
}

/** Each column scrolls by itself where they stand side by side. */
const column =
  "min-w-0 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:self-start lg:overflow-y-auto lg:px-1 lg:pb-8 xl:max-2xl:self-stretch";

/** On a laptop the questions stand over their settings, so that the form is as wide as on a visitor's own. */
const stack =
  "contents xl:max-2xl:sticky xl:max-2xl:top-16 xl:max-2xl:flex xl:max-2xl:h-[calc(100dvh-5rem)] xl:max-2xl:min-w-0 xl:max-2xl:flex-col xl:max-2xl:self-start";

type ColumnsProps = BuilderViewProps & {
  place: Place;
  builder: ReturnType<typeof useFormBuilder>;
  save: () => void;
};

function Columns({ place, builder, save, ...props }: ColumnsProps) {
  const [typesOpen, setTypesOpen] = useState(false);
  const { part } = place;
  const { form } = props;
  const language = place.languageOf(builder.words);
  function openTypes(): void {
    if (!builder.editable) return;
    place.go({ part: "questions" });
    setTypesOpen(true);
  }
  useBuilderKeys({ undo: builder.undo, redo: builder.redo, save, openTypes });
  return (
    <div className="grid gap-x-5 lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[22rem_minmax(0,1fr)] 2xl:grid-cols-[14.5rem_minmax(0,1fr)_21.5rem]">
      <div className={stack}>
        <div
          className={clsx(
            column,
            "xl:max-2xl:shrink-0 xl:max-2xl:max-h-2/5",
            part !== "questions" && "max-lg:hidden",
          )}
        >
          <QuestionList typesOpen={typesOpen} onTypesOpen={setTypesOpen} />
        </div>
        <div
          className={clsx(
            column,
            "xl:max-2xl:flex-1 xl:max-2xl:border-t xl:max-2xl:border-line xl:max-2xl:pt-4 2xl:order-3",
            part !== "settings" && "max-xl:hidden",
          )}
        >
          <Side
            {...props}
            panel={place.panel}
            onPanel={(panel) => place.go({ panel })}
            onAddNext={openTypes}
            revision={form.revision}
            publishedAt={form.publishedAt}
            hasChallengeSecret={form.hasChallengeSecret}
            language={language}
            onLanguage={place.setLanguage}
          />
        </div>
      </div>
      <div
        className={clsx(
          column,
          "2xl:order-2",
          part === "questions" && "max-lg:hidden",
          part === "settings" && "max-xl:hidden",
        )}
      >
        <PreviewPane language={language} onLanguage={place.setLanguage} />
      </div>
    </div>
  );
}
