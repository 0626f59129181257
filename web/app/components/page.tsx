import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";

type PageProps = {
  title: string;
  about?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
  back?: { to: string; name: string };
  children: ReactNode;
};

export function Page({ title, about, action, back, children }: PageProps) {
  return (
    <>
      {back && (
        <Link
          to={back.to}
          prefetch="intent"
          className="touch mb-2 inline-flex items-center gap-1 text-13 text-muted hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {back.name}
        </Link>
      )}
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-48">
          <h1 className="text-20 font-semibold break-words">{title}</h1>
          {about && <p className="mt-1 max-w-prose text-muted">{about}</p>}
        </div>
        {action && <div className="flex flex-wrap items-center gap-2">{action}</div>}
      </header>
      {children}
    </>
  );
}

type SectionProps = {
  title: string;
  about?: ReactNode;
  id?: string;
  action?: ReactNode;
  children: ReactNode;
};

/** A stretch of a page under a hairline: what it is at the left, the thing itself at the right. */
export function Section({ title, about, id, action, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-label={title}
      className="grid gap-x-10 gap-y-4 border-t border-line py-8 lg:grid-cols-[16rem_minmax(0,1fr)]"
    >
      <div>
        <h2 className="font-semibold">{title}</h2>
        {about && <div className="mt-1 text-13 text-muted">{about}</div>}
        {action && <div className="mt-3">{action}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
