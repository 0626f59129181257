import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** Says the new page's title to screen readers; where the focused thing is gone, focus starts at the page. */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const [said, setSaid] = useState("");
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const timer = setTimeout(() => {
      setSaid(document.title);
      if (document.activeElement === document.body) {
        document.getElementById("page")?.focus({ preventScroll: true });
      }
    }, 100);
    return () => clearTimeout(timer);
  }, [pathname]);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {said}
    </div>
  );
}
