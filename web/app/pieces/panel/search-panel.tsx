import { Children, useDeferredValue, useMemo } from "react";
import { Badge } from "~/components/ui/badge";
import { Progress } from "~/components/ui/progress";
import { countOf } from "~/words/format";
import { scoreOf } from "../../../../worker/pieces/pure/check";
import { inlineText, plainText, wordsOf } from "../../../../worker/pieces/pure/plain-text";
import { readabilityOf } from "../../../../worker/pieces/pure/readability";
import { checkSeo } from "../../../../worker/pieces/pure/seo";
import { childrenOf, levelOf, type Tree } from "../../../../worker/pieces/pure/tree";
import { ListField, WordField } from "../kinds/word-fields";
import type { BlogWords } from "../piece";
import { CheckList } from "./check-list";

/** What the checks know about the business the post is for. */
export type SiteFacts = { language: string; ownHosts: string[]; address: string };

type SearchPanelProps = {
  words: BlogWords;
  edit: (patch: Partial<BlogWords>) => void;
  editable: boolean;
  isPublished: boolean;
  site: SiteFacts;
};

/** How a search engine meets the post; it says so while somebody types. */
export function SearchPanel({ words, edit, editable, isPublished, site }: SearchPanelProps) {
  const late = useDeferredValue(words);
  const checks = useMemo(
    () => checkSeo({ ...late, language: site.language, ownHosts: site.ownHosts }),
    [late, site],
  );
  const score = scoreOf(checks);
  return (
    <div className="grid grid-cols-1 gap-6">
      <Result words={words} site={site} />
      <SearchFields words={words} edit={edit} editable={editable} isPublished={isPublished} />
      <section aria-label="Checks">
        <div className="mb-3 flex items-center justify-between gap-4">
          <h3 className="font-medium">Checks</h3>
          <Badge tone={score >= 80 ? "stream" : "attention"}>{score} of 100</Badge>
        </div>
        <Progress
          label="Checks"
          value={score}
          max={100}
          text={`${score} of 100`}
          tone={score >= 80 ? "stream" : "attention"}
        />
        <div className="mt-4">
          <CheckList checks={checks} />
        </div>
      </section>
      <Outline body={late.body} language={site.language} />
    </div>
  );
}

type SearchFieldsProps = Omit<SearchPanelProps, "site">;

function SearchFields({ words, edit, editable, isPublished }: SearchFieldsProps) {
  return (
    <div className="grid gap-4">
      <WordField
        label="Meta title"
        value={words.metaTitle}
        onChange={(metaTitle) => edit({ metaTitle })}
        editable={editable}
        good={60}
        max={200}
        placeholder={words.title}
      />
      <WordField
        many
        label="Meta description"
        value={words.metaDescription}
        onChange={(metaDescription) => edit({ metaDescription })}
        editable={editable}
        good={155}
        max={500}
      />
      <WordField
        label="Address"
        value={words.slug}
        onChange={(slug) => edit({ slug })}
        editable={editable && !isPublished}
        max={100}
        hint={isPublished ? "A published post keeps its address." : "Small letters, digits and hyphens."}
      />
      <ListField
        label="Keywords"
        value={words.keywords}
        onChange={(keywords) => edit({ keywords })}
        editable={editable}
        max={1600}
        hint="The first is the one to be found by."
      />
    </div>
  );
}

function Result({ words, site }: { words: BlogWords; site: SiteFacts }) {
  const { title, metaTitle, metaDescription, slug } = words;
  return (
    <section aria-label="In a search result" className="rounded-8 border border-line p-3">
      <p className="truncate text-12 text-muted">
        {site.address} › {slug || "…"}
      </p>
      <p className="mt-1 line-clamp-2 text-16 text-stream-ink">{metaTitle || title || "Without a title"}</p>
      <p className="mt-1 line-clamp-3 text-13 text-muted">
        {metaDescription || "Without a meta description, search engines show whatever sentence they find."}
      </p>
    </section>
  );
}

function Outline({ body, language }: { body: Tree; language: string }) {
  const text = plainText(body);
  const { wordsPerSentence, ease } = readabilityOf(text, language);
  const headings = childrenOf(body).filter(({ type }) => type === "heading");
  const counted = wordsOf(text).length;
  return (
    <section aria-label="Outline">
      <h3 className="mb-2 font-medium">Outline</h3>
      <p className="text-13 text-muted">
        {countOf(counted, "word")} · {wordsPerSentence} a sentence
        {ease === null ? "" : ` · reading ease ${ease}`}
      </p>
      {headings.length > 0 && (
        <ul className="mt-2 grid gap-1 text-13">
          {Children.toArray(
            headings.map((heading) => (
              <li style={{ paddingLeft: `${(levelOf(heading) - 2) * 0.75}rem` }}>
                {inlineText(heading) || "An empty heading"}
              </li>
            )),
          )}
        </ul>
      )}
    </section>
  );
}
