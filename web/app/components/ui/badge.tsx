import { clsx } from "clsx";
import type { ReactNode } from "react";

const tones = {
  neutral: "bg-sunken text-muted",
  stream: "bg-stream-soft text-stream-ink",
  attention: "bg-attention-soft text-attention",
  danger: "bg-danger-soft text-danger",
};

export type BadgeTone = keyof typeof tones;

export function Badge({
  tone = "neutral",
  children,
  className,
}: {
  tone?: BadgeTone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      data-ground
      className={clsx(
        "inline-flex h-5 items-center rounded-4 px-1.5 text-12 font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
