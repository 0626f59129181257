import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

const tones = {
  info: { Icon: Info, look: "bg-sunken text-ink", mark: "text-muted" },
  success: { Icon: CircleCheck, look: "bg-stream-soft text-ink", mark: "text-stream-ink" },
  attention: { Icon: TriangleAlert, look: "bg-attention-soft text-ink", mark: "text-attention" },
  danger: { Icon: CircleAlert, look: "bg-danger-soft text-ink", mark: "text-danger" },
};

type CalloutProps = {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
  /** `alert` for something that just went wrong, `status` for news. */
  role?: "alert" | "status";
  /** Comes into view and under the reader's eyes: for what is shown once. */
  takesFocus?: boolean;
};

export function Callout({
  tone = "info",
  title,
  children,
  action,
  className,
  role,
  takesFocus,
}: CalloutProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus();
  }, [takesFocus]);
  const { Icon, look, mark } = tones[tone];
  return (
    <div
      ref={element}
      tabIndex={takesFocus ? -1 : undefined}
      role={role}
      data-ground
      className={clsx("flex gap-3 rounded-8 px-4 py-3", look, className)}
    >
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={clsx(title && "text-13 text-muted")}>{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
