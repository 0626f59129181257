import { Link } from "@remix-run/react";
import { clsx } from "clsx";

export type LinkTab = { to: string; name: string; isCurrent: boolean };

/** Each tab is an address: it can be shared, opened anew and gone back to. */
export function LinkTabs({ label, tabs }: { label: string; tabs: LinkTab[] }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-5">
        {tabs.map(({ to, name, isCurrent }) => (
          <li key={to}>
            <Link
              to={to}
              prefetch="intent"
              aria-current={isCurrent ? "page" : undefined}
              className={clsx(
                "flex h-10 items-center border-b-2 whitespace-nowrap pointer-coarse:h-11",
                isCurrent
                  ? "border-stream font-medium text-ink"
                  : "border-transparent text-muted hover:text-ink",
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
