import { Download } from "lucide-react";
import { useRef } from "react";
import { Button } from "~/components/ui/button";
import { CopyButton } from "~/components/ui/copy-button";
import { Input } from "~/components/ui/input";
import { QrCode } from "~/qr/qr-code";
import type { Form } from "../form";

export function LinkPanel({ form }: { form: Form }) {
  const prefilled = form.definition.fields.find(({ canPrefill }) => canPrefill);
  return (
    <>
      <p className="text-muted">
        A page of its own for mails, profiles and messages. It works without script.
      </p>
      <div className="flex gap-2">
        <Input
          aria-label="Address of the form"
          readOnly
          value={form.url}
          onFocus={({ target }) => target.select()}
        />
        <CopyButton value={form.url} label="Copy link" />
      </div>
      {prefilled && (
        <p className="text-13 text-muted">
          Add <code className="text-ink">?{prefilled.key}=…</code> to fill in “{prefilled.label}”, and{" "}
          <code className="text-ink">lang=…</code> for another of its languages.
        </p>
      )}
    </>
  );
}

export function QrPanel({ form }: { form: Form }) {
  const holder = useRef<HTMLDivElement>(null);
  function download(): void {
    const drawing = holder.current?.querySelector("svg");
    if (!drawing) return;
    const copy = drawing.cloneNode(true) as SVGElement; // safe: a clone is of its own kind
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const url = URL.createObjectURL(new Blob([copy.outerHTML], { type: "image/svg+xml" }));
    Object.assign(document.createElement("a"), { href: url, download: "form-qr-code.svg" }).click();
    URL.revokeObjectURL(url);
  }
  return (
    <div className="grid justify-items-start gap-3">
      <div ref={holder}>
        <QrCode text={form.url} label={`QR code of ${form.url}`} />
      </div>
      <p className="text-muted">For print: it stays sharp at any size. It leads to {form.url}</p>
      <Button look="secondary" onClick={download}>
        <Download aria-hidden />
        Download SVG
      </Button>
    </div>
  );
}
