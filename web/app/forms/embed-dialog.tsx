import { Dialog } from "~/components/ui/dialog";
import { EmbedView } from "./embed/embed-view";
import { useEmbedSources } from "./embed/use-embed-sources";
import type { Form } from "./form";

/** How a form comes onto somebody's page. */
export function EmbedDialog({ form, onClose }: { form: Form; onClose: () => void }) {
  const sources = useEmbedSources(form);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Share the form" size="wide">
      <EmbedView form={form} sources={sources} />
    </Dialog>
  );
}
