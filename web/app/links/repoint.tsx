import { Link as RouterLink, useLocation, useParams } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { repointSchema } from "~/schemas/link";
import type { Link } from "./link";

/** What is wrong with a target, which piece leads to it, and the one step that mends every link to it. */
export function Repoint({ link, mayWrite }: { link: Link; mayWrite: boolean }) {
  const { organization } = useParams();
  const { pathname, search } = useLocation();
  const { url, check, source } = link;
  return (
    <div className="mt-2 grid gap-2 text-13">
      <p className="text-muted">
        {check.note}{" "}
        {source.pieceId && (
          <RouterLink to={`/o/${organization}/pieces/${source.pieceId}`} className="link">
            {source.pieceTitle ?? "The piece that leads there"}
          </RouterLink>
        )}
      </p>
      {mayWrite && (
        <SchemaForm
          schema={repointSchema}
          intent={`repoint-${link.id}`}
          action={`${pathname}${search}`}
          defaultValue={{ from: url, to: check.movedTo ?? "" }}
          className="flex max-w-xl flex-wrap items-end gap-2"
        >
          {(fields, pending) => (
            <>
              <input type="hidden" name="from" value={url} />
              <TextField
                field={fields.to}
                label="Lead to instead"
                inputMode="url"
                className="min-w-56 flex-1"
              />
              <Button type="submit" pending={pending}>
                Point all links there
              </Button>
            </>
          )}
        </SchemaForm>
      )}
    </div>
  );
}
