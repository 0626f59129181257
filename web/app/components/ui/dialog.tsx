import { clsx } from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";

type LayerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
};

/** In the middle: one decision; wide where something is looked at. */
export function Dialog({ size = "usual", ...props }: LayerProps & { size?: "usual" | "wide" }) {
  return (
    <Layer
      {...props}
      place={clsx(
        "animate-rise inset-x-4 mx-auto rounded-8 border border-line shadow-lift",
        size === "wide" ? "top-[6dvh] max-h-[88dvh] max-w-2xl" : "top-[12dvh] max-h-[80dvh] max-w-lg",
      )}
    />
  );
}

/** At the side: details, without leaving the list. */
export function Sheet(props: LayerProps) {
  return (
    <Layer
      {...props}
      place="animate-slide-in inset-y-0 right-0 w-full max-w-md border-l border-line shadow-lift"
    />
  );
}

function Layer({ open, onOpenChange, title, description, children, place }: LayerProps & { place: string }) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          data-ground
          className={clsx("fixed z-40 flex flex-col overflow-y-auto bg-raised p-5 focus:outline-none", place)}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="flex items-start justify-between gap-4">
            <div>
              <Radix.Title className="text-16 font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <Button look="quiet" size="iconSm" aria-label="Close" className="-mt-1 -mr-1">
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </div>
          <div className="mt-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}
