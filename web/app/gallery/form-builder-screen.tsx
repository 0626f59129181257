import { useState, useSyncExternalStore } from "react";
import { BuilderView, type BuilderViewProps } from "~/forms/builder/builder-view";
import { type FormWords, inOrder, wordsOf } from "~/forms/builder/form-words";
import type { Form } from "~/forms/form";
import { DraftKeeper, type SaveState } from "~/pieces/draft/keeper";
import { withCommon } from "./common-states";
import { sampleDefinition, sampleForm } from "./sample-forms";

const hardToRead = { ...sampleDefinition.theme, text: "#9a9a9a", accent: "#f3d9a4" };
const blank: Form = {
  ...sampleForm,
  state: "draft",
  publishedVersionId: null,
  definition: {
    ...sampleDefinition,
    title: "",
    description: "",
    fields: [],
    endings: [sampleDefinition.endings[1] ?? { key: "thanks", kind: "message", title: "Thank you" }],
    translations: {},
  },
};

export const formBuilderScreen = withCommon("Form", "build this form", {
  success: () => <Sample />,
  question: () => <Sample start={{ selected: "email", part: "settings" }} />,
  options: () => <Sample start={{ selected: "roast", part: "settings" }} />,
  condition: () => <Sample start={{ selected: "machine", part: "settings" }} />,
  jumps: () => <Sample start={{ selected: "office", part: "settings" }} />,
  ending: () => <Sample start={{ selected: "many", part: "settings" }} />,
  preview: () => <Sample start={{ selected: "likely", part: "preview" }} />,
  look: () => (
    <Sample
      start={{ panel: "look", part: "settings" }}
      form={{ ...sampleForm, definition: { ...sampleDefinition, theme: hardToRead } }}
    />
  ),
  languages: () => <Sample start={{ panel: "languages", part: "settings" }} />,
  logic: () => <Sample start={{ panel: "logic", part: "settings" }} />,
  settings: () => <Sample start={{ panel: "settings", part: "settings" }} />,
  blank: () => <Sample form={blank} />,
  wrong: () => (
    <Sample
      start={{ selected: "name", part: "settings" }}
      state={{ kind: "refused", message: "Give this field a label." }}
      errors={[{ pointer: "/definition/fields/0/label", detail: "Give this field a label." }]}
    />
  ),
  offline: () => <Sample state={{ kind: "unreachable" }} />,
  conflict: () => <Sample theirs={{ title: "Try our coffee" }} />,
  archived: () => <Sample form={{ ...sampleForm, state: "archived" }} />,
  "read-only": () => <Sample mayWrite={false} />,
});

const noErrors: BuilderViewProps["errors"] = [];

type SampleProps = Partial<Pick<BuilderViewProps, "form" | "errors" | "start" | "mayWrite">> & {
  state?: SaveState;
  theirs?: Partial<FormWords>;
};

const nothing = () => undefined;
const acts = {
  publish: nothing,
  unpublish: nothing,
  duplicate: nothing,
  archive: nothing,
  restore: nothing,
  pending: null,
};
const teammates = [
  { id: "mem_1", name: "Ada Lovelace" },
  { id: "mem_2", name: "Grace Hopper" },
];

function Sample({
  form = sampleForm,
  errors = noErrors,
  state,
  theirs,
  start,
  mayWrite = true,
}: SampleProps) {
  const [keeper] = useState(() => keeperOf(form, theirs));
  const view = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  return (
    <BuilderView
      form={form}
      draft={{ view: state ? { ...view, state } : view, keeper }}
      errors={errors}
      acts={acts}
      address="#"
      listTo="#"
      teammates={teammates}
      customFields={[{ key: "roast", label: "Favourite roast" }]}
      mayWrite={mayWrite}
      mayReadAnswers
      start={start}
    />
  );
}

/** Saves nothing, and where somebody else wrote too, disagrees at once. */
function keeperOf(form: Form, theirs?: Partial<FormWords>): DraftKeeper<FormWords> {
  const words = inOrder(wordsOf(form));
  const keeper = new DraftKeeper<FormWords>(
    { words, revision: 1 },
    {
      save: (_changes, revision) => Promise.resolve({ kind: "saved", revision, approvalRemoved: false }),
      keep: nothing,
      now: () => 0,
      after: () => nothing,
    },
  );
  if (!theirs) return keeper;
  keeper.edit(Object.fromEntries(Object.keys(theirs).map((field) => [field, "Written here meanwhile"])));
  keeper.hear({ words: { ...words, ...theirs }, revision: 2 });
  return keeper;
}
