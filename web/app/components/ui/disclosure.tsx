import type { ReactNode } from "react";
import { buttonLook } from "./button";

type DisclosureProps = {
  label: string;
  look?: "secondary" | "quiet" | "dangerQuiet";
  size?: "sm" | "md";
  /** Where its form comes back with something to mend, also without script. */
  open?: boolean;
  children: ReactNode;
};

/** A second step before something that is hard to take back: says what will happen, then offers it by name. */
export function Disclosure({ label, look = "secondary", size = "md", open, children }: DisclosureProps) {
  return (
    <details className="group" open={open}>
      <summary className={`${buttonLook({ look, size })} group-open:hidden`}>{label}</summary>
      <div className="animate-fade">{children}</div>
    </details>
  );
}
