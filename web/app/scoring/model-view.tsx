import { Page } from "~/components/page";
import { ModelPart, type ModelPartProps } from "./model-part";

export function ModelView(props: ModelPartProps) {
  return (
    <Page
      title="Win probability"
      about="Learned each night from your own leads that were won or lost. It stands beside the score by rules and never mixes with it."
    >
      <ModelPart {...props} />
    </Page>
  );
}
