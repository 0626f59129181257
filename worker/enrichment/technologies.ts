/** What a site is made with, by the addresses that its page loads from and what it says of its maker. */
const marks: Record<string, RegExp> = {
  WordPress: /\/wp-(?:content|includes)\/|^wordpress/i,
  Shopify: /cdn\.shopify\.com|^shopify/i,
  WooCommerce: /woocommerce/i,
  Wix: /static\.(?:wixstatic|parastorage)\.com|^wix/i,
  Squarespace: /squarespace/i,
  Webflow: /webflow/i,
  Drupal: /\/sites\/default\/files|^drupal/i,
  Joomla: /^joomla/i,
  TYPO3: /\/typo3(?:conf|temp)\/|^typo3/i,
  Ghost: /^ghost/i,
  Magento: /\/static\/version\d+\/frontend\//i,
  "Next.js": /\/_next\//,
  Nuxt: /\/_nuxt\//,
  "Google Analytics": /google-analytics\.com|googletagmanager\.com\/gtag/i,
  "Google Tag Manager": /googletagmanager\.com\/gtm/i,
  HubSpot: /\.(?:hs-scripts|hsforms|hs-analytics|hubspot)\.(?:com|net)/i,
  Mailchimp: /list-manage\.com|chimpstatic\.com/i,
  Intercom: /widget\.intercom\.io|intercomcdn/i,
  Zendesk: /zdassets\.com|zendesk\.com/i,
  Hotjar: /hotjar\.com/i,
  Matomo: /matomo|piwik/i,
  Plausible: /plausible\.io/i,
  Stripe: /js\.stripe\.com/i,
  Calendly: /calendly\.com/i,
  Cloudflare: /cloudflareinsights\.com|\/cdn-cgi\//i,
};

export function technologiesIn(traces: readonly string[]): string[] {
  return Object.entries(marks)
    .filter(([, mark]) => traces.some((trace) => mark.test(trace)))
    .map(([name]) => name);
}
