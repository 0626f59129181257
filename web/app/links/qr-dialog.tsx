import { QrCode as Icon } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { CopyButton } from "~/components/ui/copy-button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { QrCode } from "~/qr/qr-code";

type QrDialogProps = { url: string; name: string; slug: string; iconOnly?: boolean };

/** The short address as a picture that phones read: on the screen, or as a file for print at any size. */
export function QrDialog({ url, name, slug, iconOnly = false }: QrDialogProps) {
  const [open, setOpen] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  return (
    <>
      <Button
        look="quiet"
        size={iconOnly ? "iconSm" : "sm"}
        aria-label={`QR code of ${name}`}
        onClick={() => setOpen(true)}
      >
        <Icon aria-hidden />
        {!iconOnly && "QR code"}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={name} description={url}>
        <div ref={picture} className="grid justify-center py-2">
          <QrCode text={url} label={`QR code that leads to ${url}`} />
        </div>
        <DialogActions>
          <CopyButton value={url} label="Copy link" />
          <Button look="primary" onClick={() => save(picture.current, slug)}>
            Download SVG
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

function save(holder: HTMLElement | null, slug: string): void {
  const svg = holder?.querySelector("svg");
  if (!svg) return;
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.removeAttribute("class");
  const file = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  const address = URL.createObjectURL(file);
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = `${slug}.svg`;
  anchor.click();
  URL.revokeObjectURL(address);
}
