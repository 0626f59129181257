import { cva, type VariantProps } from "class-variance-authority";
import { clsx } from "clsx";
import { forwardRef, type ComponentPropsWithoutRef } from "react";

export const buttonLook = cva(
  [
    "touch inline-flex shrink-0 items-center justify-center gap-2 rounded-8 font-medium whitespace-nowrap select-none",
    "transition-colors duration-100 aria-disabled:opacity-60 disabled:opacity-60 aria-disabled:cursor-not-allowed",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      look: {
        primary:
          "bg-stream text-on-stream hover:bg-stream-strong forced-colors:border forced-colors:bg-[ButtonFace] forced-colors:text-[ButtonText]",
        secondary: "border border-line bg-raised text-ink hover:bg-hover",
        quiet: "text-muted hover:bg-hover hover:text-ink",
        danger:
          "bg-danger text-on-danger hover:bg-danger-strong forced-colors:border forced-colors:bg-[ButtonFace] forced-colors:text-[ButtonText]",
        dangerQuiet: "border border-line bg-raised text-danger hover:bg-danger-soft",
      },
      size: {
        sm: "h-7 px-2.5 text-13",
        md: "h-9 px-3.5 text-14",
        lg: "h-11 px-5 text-16",
        icon: "size-9",
        iconSm: "size-7",
      },
    },
    defaultVariants: { look: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentPropsWithoutRef<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Being sent: keeps its words and its place, and does not act twice. */
    pending?: boolean;
  };

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { look, size, pending = false, className, type = "button", onClick, children, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      className={clsx(buttonLook({ look, size }), className)}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {children}
      {pending && <PendingDots />}
    </button>
  );
});

function PendingDots() {
  return (
    <span className="animate-late inline-flex gap-0.5">
      <span className="sr-only">Working…</span>
      {[0, 150, 300].map((delay) => (
        <span
          key={delay}
          aria-hidden
          className="animate-breathe size-1 rounded-full bg-inherit"
          style={{ animationDelay: `${delay}ms`, background: "currentColor" }}
        />
      ))}
    </span>
  );
}
