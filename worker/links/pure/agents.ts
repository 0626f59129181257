/** What says of itself that nobody is reading: crawlers, previews of chats, scanners of mail, monitors, tools. */
const known: [RegExp, string][] = [
  [
    /Googlebot|AdsBot|GoogleOther|Google-(?:InspectionTool|Read-Aloud|Safety)|APIs-Google|Storebot/i,
    "a crawler",
  ],
  [
    /bingbot|BingPreview|DuckDuckBot|YandexBot|Baiduspider|Applebot|SeznamBot|PetalBot|Sogou|Qwantify/i,
    "a crawler",
  ],
  [
    /facebookexternalhit|facebookcatalog|meta-external|Twitterbot|LinkedInBot|Pinterestbot|redditbot/i,
    "a preview",
  ],
  [
    /Slackbot|Slack-ImgProxy|Discordbot|TelegramBot|WhatsApp\/|SkypeUriPreview|vkShare|Viber|Mastodon|Bluesky/i,
    "a preview",
  ],
  [
    /Embedly|Iframely|opengraph|MetaInspector|unfurl|link ?preview|Snap URL Preview|Google-PageRenderer/i,
    "a preview",
  ],
  [
    /SafeLinks|Microsoft Office Existence|ms-office|BarracudaCentral|Barracuda|Proofpoint|Mimecast|Cisco-ESA|IronPort/i,
    "a mail scanner",
  ],
  [
    /TrendMicro|Symantec|MessageLabs|FireEye|Forcepoint|ZScaler|Sophos|CheckPoint|Avanan|Vade ?Secure|urlscan|VirusTotal/i,
    "a mail scanner",
  ],
  [/GoogleImageProxy|YahooMailProxy|Yahoo! Slurp/i, "a mail reader"],
  [
    /GPTBot|ChatGPT-User|OAI-SearchBot|ClaudeBot|Claude-User|anthropic-ai|PerplexityBot|CCBot|Bytespider|Amazonbot|cohere-ai/i,
    "a crawler",
  ],
  [/AhrefsBot|SemrushBot|MJ12bot|DotBot|BLEXBot|Screaming Frog|rogerbot|DataForSeo|serpstat/i, "a crawler"],
  [
    /UptimeRobot|Pingdom|StatusCake|Site24x7|Better ?Uptime|NewRelicPinger|Datadog|Checkly|GTmetrix|Lighthouse/i,
    "a monitor",
  ],
  [/HeadlessChrome|PhantomJS|Electron\/|Puppeteer|Playwright|Selenium|WebDriver|Cypress/i, "a program"],
  [
    /^(?:curl|Wget|HTTPie|python|Python-urllib|aiohttp|okhttp|Go-http-client|Java\/|Apache-HttpClient|axios|node|undici|got|libwww|Ruby|PostmanRuntime|insomnia|Dalvik|CFNetwork)/i,
    "a program",
  ],
  [
    /\b(?:bot|crawler|spider|scraper|fetcher|validator|checker|monitor|scan(?:ner)?)\b|(?:bot|crawler|spider)[/;) ]/i,
    "a crawler",
  ],
];

/** What kind of machine it says it is; null where it says that it is a browser. */
export function machineOf(userAgent: string): string | null {
  return known.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
}

/** Networks that rent out machines, by the names they give themselves: people seldom read from there. */
const rented =
  /amazon|aws|google cloud|google llc|microsoft|azure|digitalocean|hetzner|ovh|linode|akamai|vultr|choopa|oracle|alibaba|tencent|contabo|scaleway|leaseweb|hosting|datacenter|data center|server/i;

export function isRentedNetwork(name: string | null | undefined): boolean {
  return rented.test(name ?? "");
}
