import { useRef } from "react";
import type { Form } from "../form";
import type { Mode } from "./snippets";

/** The form as visitors get it, in a page that is nobody's. */
export function Preview({
  form,
  mode,
  onHeight,
}: {
  form: Form;
  mode: Mode;
  onHeight: (pixels: number) => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  function watch(): void {
    const page = frame.current?.contentDocument;
    const measure = () => {
      const height = page?.querySelector("trb-form")?.getBoundingClientRect().height ?? 0;
      if (mode === "inline" && height > 100) onHeight(Math.ceil(height));
    };
    page?.addEventListener("trb:ready", () => requestAnimationFrame(measure));
    measure();
  }
  return (
    <figure className="grid gap-2">
      <figcaption className="text-13 text-muted">
        As it is published. What is sent from here counts.
      </figcaption>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- our own page, measured from here; its policy lets nothing else run */}
      <iframe
        ref={frame}
        title={`Preview of ${form.title || form.name}`}
        src={`/f/${form.id}/preview?mode=${mode}`}
        onLoad={watch}
        className="h-96 w-full rounded-8 border border-line bg-white"
      />
    </figure>
  );
}
