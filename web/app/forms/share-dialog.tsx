import { CopyButton } from "~/components/ui/copy-button";
import { Dialog } from "~/components/ui/dialog";
import { Input } from "~/components/ui/input";
import type { Form } from "./form";

export function ShareDialog({ form, onClose }: { form: Form; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Share the form">
      <div className="flex gap-2">
        <Input
          aria-label="Address of the form"
          readOnly
          value={form.url}
          onFocus={({ target }) => target.select()}
        />
        <CopyButton value={form.url} label="Copy link" />
      </div>
    </Dialog>
  );
}
