import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { stayOpenBeside } from "./beside";

type PopoverProps = {
  trigger: ReactNode;
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
};

export function Popover({ trigger, label, children, align = "start" }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={stayOpenBeside}
          data-ground
          className="animate-rise z-50 w-80 max-w-[calc(100vw-1rem)] rounded-8 border border-line bg-raised p-4 shadow-lift focus:outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
