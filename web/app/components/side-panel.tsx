import { Link, type LinkProps, useNavigate } from "@remix-run/react";
import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useLatest } from "~/latest";
import { buttonLook } from "./ui/button";

type SidePanelProps = { title: string; about?: ReactNode; closeTo: LinkProps["to"]; children: ReactNode };

/**
 * Details at the side of their list, at an address of their own. Not modal: the list stays usable; on phones it
 * covers the screen. Escape closes it and gives the focus back.
 */
export function SidePanel({ title, about, closeTo, children }: SidePanelProps) {
  const id = useId();
  const panel = usePanelFocus(closeTo);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={id}
      data-ground
      className="animate-slide-in fixed inset-y-0 right-0 z-30 w-full overflow-y-auto border-l border-line bg-raised p-5 pb-24 shadow-lift sm:max-w-md"
    >
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 id={id} className="text-16 font-semibold break-words">
            {title}
          </h2>
          {about && <div className="mt-1 text-muted">{about}</div>}
        </div>
        <Link
          to={closeTo}
          preventScrollReset
          aria-label="Close"
          className={buttonLook({ look: "quiet", size: "iconSm" })}
        >
          <X aria-hidden />
        </Link>
      </div>
      <div className="mt-5">{children}</div>
    </aside>
  );
}

function usePanelFocus(closeTo: LinkProps["to"]) {
  const panel = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const latest = useLatest(closeTo);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isTop = document.querySelector("[role=dialog][data-state=open], [role=menu]") === null;
      if (event.key === "Escape" && !event.defaultPrevented && isTop)
        navigate(latest.current, { preventScrollReset: true });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [latest, navigate]);
  return panel;
}
