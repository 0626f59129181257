import type { Lexicon } from "./lexicon";

const months = "january|february|march|april|may|june|july|august|september|october|november|december";
const priced = "how much|price list|pricing|quote|quotation|what (?:does|would|do)…cost";

export const english: Lexicon = {
  code: "en",
  common:
    "the and is are you we our your for with this that have has not would could can please from what how much it be will in to of on i am my a an at or but if they thanks thank hello hi regards when do does any was were been about more than just like need get us me there which too so great sorry too",
  months,
  weekdays: "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
  next: "next|this",
  of: "of",
  pleased:
    "thank(?:s| you)|great|love|loved|excellent|perfect|wonderful|happy|glad|pleased|excited|impressed|looking forward|delicious|fantastic|amazing|works well|sounds good|not bad",
  displeased:
    "disappoint~|unhappy|frustrat~|annoy~|terrible|awful|bad|worse|worst|late|delayed|broken|wrong|problems?|issues?|complain~|unacceptable|too expensive|concern~|worried|confus~|angry|cancel~|refund",
  not: "not|never|no|hardly|isn't|wasn't|aren't|don't|doesn't|didn't|can't|won't",
  notAfter: "",
  empty:
    "no,? thank(?:s| you)|thank(?:s| you) in advance|(?:oh|just|yeah),? great|great, (?:another|yet)|no (?:problem|issue)s?",
  feelings: {
    gratitude: "thank(?:s| you)|appreciate|grateful",
    enthusiasm: "love|excited|amazing|fantastic|looking forward|can't wait|impressed",
    anger: "angry|furious|unacceptable|outrageous",
    frustration: "frustrat~|annoy~|disappoint~|still waiting|again and again",
    concern: "concern~|worried|worry|afraid|risk~|too expensive",
    confusion: "confus~|unclear|don't understand|not sure (?:how|what|why)",
    curiosity: "curious|wonder(?:ing)?|interested|tell me more|would like to know",
  },
  wishes: {
    decline:
      "not interested|no longer (?:need|interested)|decided against|went with (?:another|someone)|unsubscribe|stop (?:writing|calling)",
    complain: "complain~|unacceptable|refund|disappoint~|still waiting|arrived (?:broken|late|damaged)",
    buy: "(?:we|i)(?:'d| would) like to (?:order|buy|sign|start)|ready to (?:order|buy|sign|start|go)|place an order|send (?:me |us )?the (?:contract|invoice)|let's (?:do it|go ahead|start)|go ahead",
    negotiate:
      "discount|better price|lower (?:price|the price)|payment terms|match (?:the|their) (?:price|offer)|cheaper",
    ask_price: `${priced}|prices?`,
    book_meeting:
      "(?:schedule|book|arrange|set up) (?:an? )?(?:call|meeting|demo|visit|tasting)|meet (?:on|next|this)|are you (?:free|available)|calendar",
    object: "too expensive|over (?:our|my) budget|not convinced|don't need|already have|hesitant",
    ask_support:
      "doesn't work|not working|how do (?:i|we)|help (?:me|us) with|can't (?:log|open|find)|broken|error",
    ask_information:
      "tell me more|more (?:information|details)|could you (?:send|tell|explain)|do you (?:have|offer|ship|deliver|support)|can you (?:send|tell|explain)|wondering|question",
  },
  pressing: {
    high: "urgent(?:ly)?|asap|as soon as possible|immediately|right away|today|tomorrow",
    medium: "soon|this week|next week|this month|deadline|by (?:monday|tuesday|wednesday|thursday|friday)",
  },
  signs: {
    asks_price: priced,
    names_budget: "(?:our|my|the|a) budget|budget (?:of|is|for)|set aside",
    names_timeline: `open(?:ing)? in|start(?:ing)? (?:in|on|from)|by (?:the end of|${months}|spring|summer|autumn|fall|winter|monday|friday)|next (?:week|month|quarter)|within (?:two|three|\\d+) (?:days|weeks|months)`,
    asks_demo: "demo|trial|samples?|tasting|try (?:it|them|your)|test (?:it|order)",
    asks_contract: "contract|agreement|terms|invoice|purchase order|sign",
    decides:
      "i decide|my decision|we(?:'ve| have) decided|approved|sign(?:ed)? off|go ahead|ready to (?:order|buy|sign|start)",
    compares: "compar~|other (?:offers|suppliers|options|vendors)|shortlist|alternatives?|versus",
  },
  subjects: {
    Pricing: "pric(?:e|es|ing)|costs?|quote|quotation|expensive|discount|cheaper",
    Delivery: "deliver~|shipping|ship|shipment|courier|arrive~",
    Samples: "samples?|tasting|trial",
    Contract: "contract|agreement|terms|notice period",
    Quality: "quality|taste|flavou?r|fresh~|roast~",
    Support: "support|help desk|service|repair|maintenance",
    Training: "training|onboarding|workshop|barista course",
    Equipment: "machines?|grinders?|equipment",
    Integration: "integrat~|api|import|export|connect",
    Billing: "invoice|billing|payment|refund|charged",
    Subscription: "subscription|subscribe|monthly|recurring|standing order",
    Security: "security|privacy|gdpr|data protection|compliance",
  },
  rivals:
    "also (?:talking|speaking) (?:to|with)|compar~ (?:you |it |this |them )?(?:to|with)|(?:quote|offer) from|currently (?:use|using|with|buy from)|switch(?:ing)? (?:away )?from|instead of",
};
