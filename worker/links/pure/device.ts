export type Device = "desktop" | "mobile" | "tablet" | "other";

/** By what the browser says of itself. Enough to count by; nothing is decided by it but where a rule says so. */
export function deviceOf(userAgent: string): Device {
  if (userAgent === "") return "other";
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Android(?!.*Mobile)|Kindle/i.test(userAgent)) return "tablet";
  if (/Mobi|iPhone|iPod|Android|Windows Phone/i.test(userAgent)) return "mobile";
  return /Windows NT|Macintosh|X11|Linux|CrOS/i.test(userAgent) ? "desktop" : "other";
}

const browsers: [RegExp, string][] = [
  [/FBAN|FBAV|Instagram|LinkedInApp|Line\/|MicroMessenger|Snapchat|Pinterest\//, "In an app"],
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

export function browserOf(userAgent: string): string {
  return browsers.find(([sign]) => sign.test(userAgent))?.[1] ?? "";
}

/** The first language that a browser asks for, as `de` or `pt-br`. */
export function languageOf(acceptLanguage: string | null): string {
  return (
    /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)/i
      .exec(acceptLanguage ?? "")?.[1]
      ?.toLowerCase()
      .slice(0, 20) ?? ""
  );
}

/** The host that led here, without `www.`: never the page, which may say more than its reader wishes. */
export function referrerOf(referer: string | null): string {
  const host = URL.parse(referer ?? "")?.hostname ?? "";
  return host.replace(/^www\./, "").slice(0, 100);
}
