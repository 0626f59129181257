import { Link, type LinkProps } from "@remix-run/react";
import { clsx } from "clsx";
import type { VariantProps } from "class-variance-authority";
import { buttonLook } from "./button";

/** Looks like a button, goes somewhere: a link, so that it opens in a new tab. */
export function LinkButton({ look, size, className, ...rest }: LinkProps & VariantProps<typeof buttonLook>) {
  return <Link prefetch="intent" className={clsx(buttonLook({ look, size }), className)} {...rest} />;
}
