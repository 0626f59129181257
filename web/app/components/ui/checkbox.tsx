import { clsx } from "clsx";
import { Check, Circle } from "lucide-react";
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from "react";

type ChoiceProps = Omit<ComponentPropsWithoutRef<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

const box = clsx(
  "peer size-4 appearance-none border border-edge bg-raised pointer-coarse:size-5",
  "checked:border-stream checked:bg-stream indeterminate:border-stream indeterminate:bg-stream",
  "disabled:opacity-60 forced-colors:appearance-auto",
);
const mark = clsx(
  "pointer-events-none absolute inset-0 m-auto text-on-stream opacity-0 peer-checked:opacity-100 forced-colors:hidden",
);

/** A native box drawn in our colours: a form without any script sends it. */
export const Checkbox = forwardRef<HTMLInputElement, ChoiceProps>(function Checkbox(
  { label, hint, className, ...rest },
  ref,
) {
  return (
    <Choice label={label} hint={hint} className={className}>
      <input ref={ref} type="checkbox" className={clsx(box, "rounded-4")} {...rest} />
      <Check aria-hidden strokeWidth={3} className={clsx(mark, "size-3")} />
    </Choice>
  );
});

export const Radio = forwardRef<HTMLInputElement, ChoiceProps>(function Radio(
  { label, hint, className, ...rest },
  ref,
) {
  return (
    <Choice label={label} hint={hint} className={className}>
      <input ref={ref} type="radio" className={clsx(box, "rounded-full")} {...rest} />
      <Circle aria-hidden fill="currentColor" className={clsx(mark, "size-2")} />
    </Choice>
  );
});

function Choice({
  label,
  hint,
  className,
  children,
}: Pick<ChoiceProps, "label" | "hint" | "className" | "children">) {
  return (
    <label className={clsx("flex items-start gap-2.5 py-1 pointer-coarse:py-2.5", className)}>
      <span className="relative mt-0.5 inline-flex shrink-0">{children}</span>
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint && <span className="block text-13 text-muted">{hint}</span>}
      </span>
    </label>
  );
}
