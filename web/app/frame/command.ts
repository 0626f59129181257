import type { LucideIcon } from "lucide-react";
import type { Permission } from "./frame-data";

export type Command = {
  id: string;
  group: "Go to" | "Create" | "Do" | "Switch to";
  name: string;
  icon?: LucideIcon;
  keys?: string;
  /** Other words a person may type for it. */
  words?: string;
} & ({ to: string; outside?: boolean } | { act: Act });

/** What a command does besides going somewhere; the frame knows how. */
export type Act = "theme:light" | "theme:dark" | "help" | "sign-out";

/** Offered to whoever may do all that it needs. */
export type GuardedCommand = Command & { needs: Permission[] };
