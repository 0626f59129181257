import { FormsView } from "~/forms/forms-view";
import { NewFormView } from "~/forms/new-form-view";
import { withCommon } from "./common-states";
import { sampleDefinition, sampleForms } from "./sample-forms";

const shared = { forms: sampleForms, archived: false, q: "", mayWrite: true, mayReadAnswers: true };
const archivedForms = sampleForms.map((form) => ({ ...form, state: "archived" as const }));

export const formsScreen = withCommon("Forms", "see forms", {
  success: () => <FormsView {...shared} />,
  empty: () => <FormsView {...shared} forms={[]} />,
  archived: () => <FormsView {...shared} archived forms={archivedForms} />,
  "archived-empty": () => <FormsView {...shared} archived forms={[]} />,
  searched: () => <FormsView {...shared} q="con" />,
  "searched-empty": () => <FormsView {...shared} q="webinar" forms={[]} />,
  "read-only": () => <FormsView {...shared} mayWrite={false} mayReadAnswers={false} />,
  "read-only-empty": () => <FormsView {...shared} forms={[]} mayWrite={false} />,
});

const making = {
  businesses: [
    { id: "biz_1", name: "Northwind Coffee" },
    { id: "biz_2", name: "Harbour Bikes" },
  ],
  templates: [
    {
      key: "contact",
      name: "Contact",
      about: "A question, and where to send the answer.",
      definition: sampleDefinition,
    },
    {
      key: "newsletter",
      name: "Newsletter",
      about: "An address and permission to write to it.",
      definition: sampleDefinition,
    },
  ],
  listTo: "#",
  businessesTo: "#",
  isStopped: false,
  left: 42,
};

export const newFormScreen = withCommon("New form", "make forms", {
  success: () => <NewFormView {...making} />,
  stopped: () => <NewFormView {...making} isStopped />,
  "one-business": () => <NewFormView {...making} businesses={making.businesses.slice(0, 1)} />,
  "no-business": () => <NewFormView {...making} businesses={[]} />,
});
