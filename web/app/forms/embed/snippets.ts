export const modes = ["inline", "popup", "slide", "bar"] as const;
export type Mode = (typeof modes)[number];

export type Release = { version: string; integrity: string };

export type Embedded = {
  /** Of the product, such as `https://app.example`. */
  origin: string;
  formId: string;
  title: string;
  mode: Mode;
  /** How high the form is, so that nothing below it moves when it comes. */
  height: number;
  /** One exact version under its hash, or else whichever is newest. */
  release: Release | null;
  opens: string;
};

/** What is pasted into a page. Until the script has come, and where none may run, the link leads to the form. */
export function elementSnippet({ origin, formId, title, mode, height, release, opens }: Embedded): string {
  const rule = mode === "inline" || opens === "click" ? "" : ` opens="${opens}"`;
  const attributes = mode === "inline" ? "" : ` mode="${mode}"${rule}`;
  const spacer = mode === "inline" ? [`  <svg width="1" height="${height}" display="block"></svg>`] : [];
  return [
    scriptTag(origin, release),
    `<trb-form form="${formId}"${attributes}>`,
    `  <a href="${origin}/f/${formId}">${escape(title)}</a>`,
    ...spacer,
    "</trb-form>",
  ].join("\n");
}

export function scriptTag(origin: string, release: Release | null): string {
  if (!release) return `<script async src="${origin}/embed/v1.js"></script>`;
  const { version, integrity } = release;
  return `<script async src="${origin}/embed/${version}.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

/** For React: the script once, the element as any other tag. */
export function reactSnippet({ origin, formId, title, mode }: Embedded): string {
  return [
    `import { useEffect } from "react";`,
    ``,
    `export function TributaryForm() {`,
    `  useEffect(() => {`,
    `    const script = document.createElement("script");`,
    `    script.src = "${origin}/embed/v1.js";`,
    `    document.head.append(script);`,
    `  }, []);`,
    `  return (`,
    `    <trb-form form="${formId}"${mode === "inline" ? "" : ` mode="${mode}"`}>`,
    `      <a href="${origin}/f/${formId}">{${JSON.stringify(title)}}</a>`,
    `    </trb-form>`,
    `  );`,
    `}`,
  ].join("\n");
}

/** The two lines that a page with a policy of its own needs. */
export function policyLines(origin: string): string {
  return `script-src ${origin};\nconnect-src ${origin};`;
}

export function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
