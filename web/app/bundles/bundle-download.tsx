import { Link } from "@remix-run/react";
import { exportFormats } from "~/exchange/formats";

/** The whole bundle to take along: files to read in an archive, one file for a spreadsheet or another place. */
export function BundleDownload() {
  return (
    <section aria-labelledby="download">
      <h2 id="download" className="mb-2 text-12 font-medium text-muted">
        Download
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13">
        {exportFormats.map(({ format, name }) => (
          <li key={format}>
            <Link to={`export?format=${format}`} reloadDocument className="link touch">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
