import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { stayOpenBeside } from "./beside";
import { Shortcut } from "./kbd";

type MenuProps = {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  label?: string;
};

export function Menu({ trigger, children, align = "end", side = "bottom", label }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={stayOpenBeside}
          aria-label={label}
          data-ground
          className="animate-rise z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1rem)] min-w-52 overflow-y-auto rounded-8 border border-line bg-raised p-1 shadow-lift"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemLook = clsx(
  "flex min-h-8 w-full items-center gap-2.5 rounded-4 px-2 text-left outline-none select-none pointer-coarse:min-h-11",
  "data-highlighted:bg-hover data-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted",
);

type ItemProps = {
  children: ReactNode;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  keys?: string;
};

export function MenuItem({ children, onSelect, danger, disabled, keys }: ItemProps) {
  return (
    <Radix.Item
      disabled={disabled}
      onSelect={onSelect}
      className={clsx(itemLook, "cursor-default", danger && "text-danger [&_svg]:text-danger")}
    >
      {children}
      {keys && <MenuKeys keys={keys} />}
    </Radix.Item>
  );
}

type MenuLinkProps = {
  to: string;
  children: ReactNode;
  keys?: string;
  current?: boolean;
  reloadDocument?: boolean;
};

export function MenuLink({ to, children, keys, current, reloadDocument }: MenuLinkProps) {
  return (
    <Radix.Item asChild>
      <Link
        to={to}
        prefetch={reloadDocument ? "none" : "intent"}
        reloadDocument={reloadDocument}
        aria-current={current || undefined}
        className={itemLook}
      >
        {children}
        {current && <Check aria-hidden className="ml-auto" />}
        {keys && <MenuKeys keys={keys} />}
      </Link>
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-2 pb-1 text-12 text-muted">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

function MenuKeys({ keys }: { keys: string }) {
  return (
    <span className="ml-auto pl-4">
      <Shortcut keys={keys} />
    </span>
  );
}
