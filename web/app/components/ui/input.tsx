import { clsx } from "clsx";
import { forwardRef, type ComponentPropsWithoutRef } from "react";

/** 16 px under a finger, or phones zoom in. */
export const controlLook = clsx(
  "w-full rounded-8 border border-edge bg-raised text-14 text-ink pointer-coarse:text-16",
  "hover:border-muted aria-invalid:border-danger disabled:bg-sunken disabled:text-muted disabled:border-line",
  "[&[readonly]]:bg-sunken",
);

export const Input = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<"input">>(function Input(
  { className, ...rest },
  ref,
) {
  return (
    <input ref={ref} className={clsx(controlLook, "h-9 px-3 pointer-coarse:h-11", className)} {...rest} />
  );
});

export const Textarea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<"textarea">>(
  function Textarea({ className, rows = 3, ...rest }, ref) {
    return (
      <textarea
        ref={ref}
        rows={rows}
        className={clsx(controlLook, "field-sizing-content min-h-20 px-3 py-2", className)}
        {...rest}
      />
    );
  },
);
