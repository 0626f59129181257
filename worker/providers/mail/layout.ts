export type MailContent = {
  heading: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  footer: string;
  /** Who writes; Tributary itself when absent. */
  brand?: string;
  /** Language of the words, as in HTML's `lang`. */
  lang?: string;
};

/** The one layout of our mails, as HTML and as plain text. Everything that comes in is text: nothing is taken as HTML. */
export function renderMail(content: MailContent): { html: string; text: string } {
  const url = content.action && webAddress(content.action.url);
  return { html: htmlOf(content, url), text: textOf(content, url) };
}

function textOf(content: MailContent, url: string | undefined): string {
  const action = content.action && url ? [`${content.action.label}:\n${url}`] : [];
  return [content.heading, ...content.paragraphs, ...action, `--\n${content.footer}`].join("\n\n") + "\n";
}

function htmlOf(content: MailContent, url: string | undefined): string {
  const lang = content.lang ?? "en";
  const dir = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(lang) ? "rtl" : "ltr";
  const paragraphs = content.paragraphs.map(
    (text) => `<p class="ink" dir="auto" style="${styles.text}">${lines(text)}</p>`,
  );
  const action = content.action && url ? button(content.action.label, url, dir) : "";
  return `<!doctype html>
<html lang="${escape(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(content.heading)}</title>
<style>${dark}</style>
</head>
<body class="paper" style="${styles.body}">
<div style="${styles.preview}">${escape(content.paragraphs[0] ?? "")}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="${styles.paper}">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td class="current" dir="auto" style="${styles.brand}">${escape(content.brand ?? "Tributary")}</td></tr>
<tr><td class="card" dir="${dir}" style="${styles.card}">
<h1 class="ink" dir="auto" style="${styles.heading}">${lines(content.heading)}</h1>
${paragraphs.join("\n")}
${action}</td></tr>
<tr><td class="quiet" dir="auto" style="${styles.footer}">${lines(content.footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function button(label: string, url: string, dir: "ltr" | "rtl"): string {
  const href = escape(url);
  return `<table role="presentation" dir="${dir}" cellpadding="0" cellspacing="0" style="margin:8px 0 20px"><tr>
<td class="button" style="${styles.button}"><a class="button-label" dir="auto" href="${href}" style="${styles.label}">${escape(label)}</a></td>
</tr></table>
<p class="quiet" style="${styles.address}"><a class="quiet" dir="ltr" href="${href}" style="color:#6b6358">${href}</a></p>
`;
}

const sans = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const serif = "font-family:Newsreader,Georgia,'Times New Roman',serif";

const styles = {
  body: "margin:0;padding:0;background-color:#f7f3ec",
  paper: "background-color:#f7f3ec",
  preview: "display:none;max-height:0;overflow:hidden;opacity:0",
  brand: `${serif};font-size:20px;line-height:28px;font-weight:500;color:#0d5c5a;padding:0 4px 16px`,
  card: "background-color:#fffdf9;border:1px solid #e7dfd2;border-radius:8px;padding:32px 28px 16px",
  heading: `${serif};font-size:28px;line-height:34px;font-weight:500;color:#23201b;margin:0 0 16px`,
  text: `${sans};font-size:16px;line-height:25px;color:#23201b;margin:0 0 16px;overflow-wrap:anywhere`,
  button: "background-color:#0d5c5a;border-radius:8px",
  label: `${sans};display:inline-block;padding:12px 22px;font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none`,
  address: `${sans};font-size:13px;line-height:19px;color:#6b6358;margin:0 0 16px;overflow-wrap:anywhere;word-break:break-all`,
  footer: `${sans};font-size:13px;line-height:20px;color:#6b6358;padding:20px 4px 0`,
};

const dark = `@media (prefers-color-scheme:dark){
.paper{background-color:#1a1815!important}
.card{background-color:#23201c!important;border-color:#3a352e!important}
.ink{color:#ece5d9!important}
.quiet{color:#a89f91!important}
.current{color:#6cc4bc!important}
.button{background-color:#6cc4bc!important}
.button-label{color:#0c2221!important}
}`;

/** A link in a mail leads to the web and nowhere else. */
function webAddress(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new TypeError(`Not a web address: ${address}`);
  return url.href;
}

function lines(text: string): string {
  return escape(text).replace(/\r\n|\r|\n/g, "<br>");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
