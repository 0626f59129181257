import type { Editor } from "@tiptap/react";
import { useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { safeImage } from "../../../../worker/pieces/pure/links";

type PictureFormProps = { editor: Editor; open: boolean; onOpenChange: (open: boolean) => void };

export function PictureForm({ editor, open, onOpenChange }: PictureFormProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add a picture"
      description="By its address on the web. Readers see it on the published page."
    >
      <Fields
        onAdd={(src, alt) => {
          onOpenChange(false);
          editor.chain().focus().setImage({ src, alt }).run();
        }}
      />
    </Dialog>
  );
}

function Fields({ onAdd }: { onAdd: (src: string, alt: string) => void }) {
  const id = useId();
  const [address, setAddress] = useState("");
  const [alt, setAlt] = useState("");
  const [errors, setErrors] = useState<string[]>([]);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a portal is still inside the screen's own for React.
        event.stopPropagation();
        const src = safeImage(address.trim());
        if (src === null) setErrors(["Use an address that begins with http or https."]);
        else onAdd(src, alt.trim());
      }}
    >
      <Field id={`${id}-src`} label="Address" errors={errors}>
        {(control) => (
          <Input
            {...control}
            inputMode="url"
            placeholder="https://example.com/picture.jpg"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
      <Field id={`${id}-alt`} label="What it shows" hint="For those who cannot see it.">
        {(control) => (
          <Input {...control} maxLength={300} value={alt} onChange={({ target }) => setAlt(target.value)} />
        )}
      </Field>
      <DialogActions>
        <Button type="submit" look="primary">
          Add picture
        </Button>
      </DialogActions>
    </form>
  );
}
