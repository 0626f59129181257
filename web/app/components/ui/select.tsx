import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { forwardRef, type ComponentPropsWithoutRef } from "react";
import { controlLook } from "./input";

/** The browser's own select: it opens as a wheel on phones and works before any script. */
export const Select = forwardRef<HTMLSelectElement, ComponentPropsWithoutRef<"select">>(function Select(
  { className, ...rest },
  ref,
) {
  return (
    <span className={clsx("relative block", className)}>
      <select
        ref={ref}
        className={clsx(controlLook, "h-9 appearance-none pr-9 pl-3 pointer-coarse:h-11")}
        {...rest}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
});
