import { Callout } from "~/components/ui/callout";
import type { Form } from "../form";

/** What somebody has to know before they build. */
export function BuilderNotices({
  form,
  mayWrite,
  wrong,
}: {
  form: Form;
  mayWrite: boolean;
  wrong: readonly string[];
}) {
  if (form.state === "archived")
    return (
      <Callout className="mb-4" title="This form is archived">
        {mayWrite ? "Restore it to go on building. Its answers are kept." : "Its answers are kept."}
      </Callout>
    );
  if (wrong.length > 0)
    return (
      <Callout
        tone="danger"
        role="status"
        className="mb-4"
        title="This has to be mended before it can be saved"
      >
        {wrong.join(" ")}
      </Callout>
    );
  if (!mayWrite)
    return (
      <Callout className="mb-4" title="You can look, but not change it">
        A marketer or admin of this organization can.
      </Callout>
    );
  return null;
}
