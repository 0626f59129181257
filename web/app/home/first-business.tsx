import { Link } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { websiteSchema } from "~/businesses/schemas";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";

/** The one question of the first minute; everything that follows is written from its answer. */
export function FirstBusiness({ home }: { home: string }) {
  return (
    <section aria-labelledby="first-business" className="mb-10 max-w-xl">
      <h2 id="first-business" className="text-28 font-semibold text-balance">
        What is your website?
      </h2>
      <p className="mt-2 text-muted">
        We read it, and tell you what we understood: what you offer, to whom, in which voice. You correct
        that, choose topics, and order your first bundle. It takes about three minutes.
      </p>
      <SchemaForm schema={websiteSchema} intent="first-business" className="mt-5 grid gap-3">
        {(fields, pending) => (
          <>
            <TextField
              field={fields.website}
              label="Address"
              placeholder="example.com"
              inputMode="url"
              autoCapitalize="none"
              autoComplete="url"
              spellCheck={false}
            />
            <div className="flex flex-wrap items-center gap-4">
              <Button type="submit" look="primary" size="lg" pending={pending}>
                Read my website
              </Button>
              <Link to={`${home}/businesses#create`} className="link touch">
                I have none yet: describe it yourself
              </Link>
            </div>
          </>
        )}
      </SchemaForm>
    </section>
  );
}
