import { useLocation } from "@remix-run/react";
import { type RefObject, useLayoutEffect } from "react";

const places = new Map<string, number>();

/** Back finds the place: the table scrolls by itself, so nobody else remembers where it was. */
export function useKeptScroll(scroller: RefObject<HTMLElement>): void {
  const { key } = useLocation();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const place = places.get(key);
    if (place !== undefined) element.scrollTo({ top: place });
    const keep = () => places.set(key, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [key, scroller]);
}
