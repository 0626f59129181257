/** What a piece or a bundle can be taken along as. */
export const exportFormats = [
  { format: "md", name: "Markdown" },
  { format: "html", name: "HTML" },
  { format: "csv", name: "CSV" },
  { format: "json", name: "JSON" },
] as const;
export type ExportFormat = (typeof exportFormats)[number]["format"];

export function exportFormatOf(request: Request): ExportFormat {
  const wanted = new URL(request.url).searchParams.get("format");
  return exportFormats.find(({ format }) => format === wanted)?.format ?? "md";
}
