import type { ReactNode } from "react";

type WidePageProps = { title: string; action?: ReactNode; children: ReactNode };

/** A page as wide as the window and as high: what is in it scrolls, its head stays. */
export function WidePage({ title, action, children }: WidePageProps) {
  return (
    <div data-wide className="flex h-[calc(100dvh-3rem)] min-h-96 flex-col max-md:h-[calc(100dvh-13.25rem)]">
      <header className="mb-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="text-20 font-semibold">{title}</h1>
        {action && <div className="flex flex-wrap gap-2">{action}</div>}
      </header>
      {children}
    </div>
  );
}
