import type { OpenForm } from "../../../worker/forms/pure/markup";
import { wordsIn } from "../../../worker/forms/pure/words";
import { EmbedView } from "~/forms/embed/embed-view";
import type { Ready, Sources } from "~/forms/embed/use-embed-sources";
import { Page } from "~/components/page";
import { withCommon } from "./common-states";
import { sampleDefinition, sampleForm } from "./sample-forms";

// safe: as much of what visitors get as the dialog reads
const shown = {
  id: sampleForm.id,
  hostedUrl: sampleForm.url,
  definition: sampleDefinition,
  words: wordsIn("en"),
} as OpenForm;

const ready: Ready = { kind: "ready", shown, release: { version: "1.0.0", integrity: "sha384-3vUXbMyuU7" } };

function shownAs(start: string) {
  return () => inPage(sampleForm, ready, start);
}

function inPage(form: typeof sampleForm, sources: Sources, start?: string) {
  return (
    <Page title="Share the form">
      <EmbedView form={form} sources={sources} start={start} />
    </Page>
  );
}

export const embedScreen = withCommon("Share a form", "see forms", {
  success: shownAs("inline"),
  popup: shownAs("popup"),
  html: shownAs("html"),
  link: shownAs("link"),
  qr: shownAs("qr"),
  unpublished: () => inPage({ ...sampleForm, state: "draft" }, { kind: "loading" }),
  "code-loading": () => inPage(sampleForm, { kind: "loading" }),
  "code-failed": () => inPage(sampleForm, { kind: "failed" }),
});
