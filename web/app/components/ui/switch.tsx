import { clsx } from "clsx";
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from "react";

type SwitchProps = Omit<ComponentPropsWithoutRef<"input">, "type" | "role"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** On or off at once. A checkbox underneath, so that a form without script sends it too. */
export const Switch = forwardRef<HTMLInputElement, SwitchProps>(function Switch(
  { label, hint, className, ...rest },
  ref,
) {
  return (
    <label className={clsx("flex items-start justify-between gap-4 py-2", className)}>
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-13 text-muted">{hint}</span>}
      </span>
      <span className="relative mt-0.5 inline-flex shrink-0">
        <input
          ref={ref}
          type="checkbox"
          role="switch"
          className="peer h-5 w-9 appearance-none rounded-full border border-edge bg-sunken transition-colors checked:border-stream checked:bg-stream forced-colors:appearance-auto"
          {...rest}
        />
        <span
          aria-hidden
          className="pointer-events-none absolute top-[3px] left-[3px] size-3.5 rounded-full bg-muted transition-transform peer-checked:translate-x-4 peer-checked:bg-on-stream forced-colors:hidden"
        />
      </span>
    </label>
  );
});
