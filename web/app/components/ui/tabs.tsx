import { NavLink } from "@remix-run/react";
import { clsx } from "clsx";

/** Each tab is an address: it can be shared, opened anew and gone back to. */
export function LinkTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: { to: string; name: string; end?: boolean }[];
}) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end}
              prefetch="intent"
              className={({ isActive }) =>
                clsx(
                  "-mb-px flex h-10 items-center border-b-2 whitespace-nowrap pointer-coarse:h-11",
                  isActive
                    ? "border-stream font-medium text-ink"
                    : "border-transparent text-muted hover:text-ink",
                )
              }
            >
              {tab.name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
