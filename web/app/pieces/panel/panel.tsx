import { Link, useSearchParams } from "@remix-run/react";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonLook } from "~/components/ui/button";
import type { PieceKind } from "../piece";
import { useEscape } from "../text/use-escape";

export const panelNames = ["check", "claims", "versions", "write", "publish"] as const;
export type PanelName = (typeof panelNames)[number];

const checkNames: Record<PieceKind, string> = {
  blog_post: "Search",
  social_post: "Preview",
  content_upgrade: "Document",
  email_sequence: "Emails",
  email: "Inbox",
};

export function panelsOf(kind: PieceKind): { panel: PanelName; name: string }[] {
  const rest = [
    { panel: "claims", name: "Claims" },
    { panel: "versions", name: "Versions" },
    { panel: "write", name: "Write" },
  ] as const;
  // An email goes out with its sequence, not by itself.
  const publish = kind === "email" ? [] : [{ panel: "publish", name: "Publish" } as const];
  if (kind === "email_sequence") return [...rest.slice(1), ...publish];
  return [{ panel: "check", name: checkNames[kind] }, ...rest, ...publish];
}

export function panelOf(asked: string | null, kind: PieceKind): PanelName {
  const panels = panelsOf(kind).map(({ panel }) => panel);
  return panels.find((panel) => panel === asked) ?? panels[0] ?? "versions";
}

type PanelProps = { kind: PieceKind; current: PanelName; children: ReactNode };

/** Beside the words where there is room; on a phone over them, once it is asked for. */
export function Panel({ kind, current, children }: PanelProps) {
  const [params] = useSearchParams();
  const isOpen = params.has("panel");
  useEscape(isOpen, useCloseSheet());
  return (
    <aside
      aria-label="About this piece"
      className={clsx(
        "lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto lg:border-l lg:border-line lg:pl-6",
        isOpen
          ? "max-lg:fixed max-lg:inset-0 max-lg:z-40 max-lg:overflow-y-auto max-lg:bg-raised max-lg:px-4 max-lg:pt-2 max-lg:pb-28"
          : "max-lg:order-first",
      )}
    >
      <div className="sticky top-0 z-10 mb-5 flex items-center gap-2 border-b border-line bg-paper max-lg:bg-inherit">
        <Tabs kind={kind} current={current} isOpen={isOpen} />
        {isOpen && (
          <Link
            to={`?${withoutPanel(params).toString()}`}
            preventScrollReset
            aria-label="Close"
            className={clsx(buttonLook({ look: "quiet", size: "iconSm" }), "lg:hidden!")}
          >
            <X aria-hidden />
          </Link>
        )}
      </div>
      <div className={clsx(!isOpen && "max-lg:hidden")}>{children}</div>
    </aside>
  );
}

/** Uncovers the words where the panel lies over them; beside them it stays. */
export function useCloseSheet(): () => void {
  const [params, setParams] = useSearchParams();
  return () => {
    const isSheet = params.has("panel") && window.matchMedia("(width < 64rem)").matches;
    if (isSheet) setParams(withoutPanel, { preventScrollReset: true });
  };
}

function withoutPanel(params: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(params);
  for (const name of ["panel", "version"]) rest.delete(name);
  return rest;
}

type TabsProps = { kind: PieceKind; current: PanelName; isOpen: boolean };

function Tabs({ kind, current, isOpen }: TabsProps) {
  return (
    <nav aria-label="Panels" className="min-w-0 flex-1 overflow-x-auto">
      <ul className="flex gap-2.5 text-13">
        {panelsOf(kind).map(({ panel, name }) => (
          <li key={panel}>
            <Link
              to={`?panel=${panel}`}
              replace={isOpen}
              preventScrollReset
              prefetch="intent"
              aria-current={panel === current ? "page" : undefined}
              className={clsx(
                "flex h-10 items-center border-b-2 whitespace-nowrap pointer-coarse:h-11",
                panel === current
                  ? "border-stream font-medium text-ink"
                  : "border-transparent text-muted hover:text-ink",
                panel === current &&
                  !isOpen &&
                  "max-lg:border-transparent max-lg:font-normal max-lg:text-muted",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
