/** Words that show something in a message, the plainest first. English; what is in another language shows fewer things. */
export const pleased =
  /\b(?:thank(?:s| you)|great|love|loved|excellent|perfect|wonderful|happy|glad|pleased|excited|impressed|looking forward|delicious|fantastic|amazing|works well|sounds good)\b/gi;
export const displeased =
  /\b(?:disappoint\w*|unhappy|frustrat\w*|annoy\w*|terrible|awful|bad|worse|worst|late|delayed|broken|wrong|problem|problems|issue|issues|complain\w*|unacceptable|too expensive|concern\w*|worried|confus\w*|angry|cancel\w*|refund)\b/gi;
export const refused =
  /\b(?:not|never|no|hardly|isn't|wasn't|aren't|don't|doesn't|didn't|can't|won't)\s+(?:\w+\s+){0,2}$/i;

export const feelings: readonly [string, RegExp][] = [
  ["gratitude", /\b(?:thank(?:s| you)|appreciate|grateful)\b/i],
  ["enthusiasm", /\b(?:love|excited|amazing|fantastic|looking forward|can't wait|impressed)\b/i],
  ["anger", /\b(?:angry|furious|unacceptable|outrageous)\b/i],
  ["frustration", /\b(?:frustrat\w*|annoy\w*|disappoint\w*|still waiting|again and again)\b/i],
  ["concern", /\b(?:concern\w*|worried|worry|afraid|risk\w*|too expensive)\b/i],
  ["confusion", /\b(?:confus\w*|unclear|don't understand|not sure (?:how|what|why))\b/i],
  ["curiosity", /\b(?:curious|wonder(?:ing)?|interested|tell me more|would like to know)\b/i],
];

/** The first that fits most often is what is wanted. */
export const wishes: readonly [string, RegExp][] = [
  [
    "decline",
    /\b(?:not interested|no longer (?:need|interested)|decided against|went with (?:another|someone)|unsubscribe|stop (?:writing|calling))\b/gi,
  ],
  [
    "complain",
    /\b(?:complain\w*|unacceptable|refund|disappoint\w*|still waiting|arrived (?:broken|late|damaged))\b/gi,
  ],
  [
    "buy",
    /\b(?:(?:we|i)(?:'d| would) like to (?:order|buy|sign|start)|ready to (?:order|buy|sign|start|go)|place an order|send (?:me |us )?the (?:contract|invoice)|let's (?:do it|go ahead|start)|go ahead)\b/gi,
  ],
  [
    "negotiate",
    /\b(?:discount|better price|lower (?:price|the price)|payment terms|match (?:the|their) (?:price|offer)|cheaper)\b/gi,
  ],
  [
    "ask_price",
    /\b(?:how much|what (?:does|would|do) .{0,30}cost|price list|pricing|prices?|quote|quotation)\b/gi,
  ],
  [
    "book_meeting",
    /\b(?:(?:schedule|book|arrange|set up) (?:a |an )?(?:call|meeting|demo|visit|tasting)|meet (?:on|next|this)|are you (?:free|available)|calendar)\b/gi,
  ],
  ["object", /\b(?:too expensive|over (?:our|my) budget|not convinced|don't need|already have|hesitant)\b/gi],
  [
    "ask_support",
    /\b(?:doesn't work|not working|how do (?:i|we)|help (?:me|us) with|can't (?:log|open|find)|broken|error)\b/gi,
  ],
  [
    "ask_information",
    /\b(?:tell me more|more (?:information|details)|could you (?:send|tell|explain)|do you (?:have|offer|ship|deliver|support)|can you (?:send|tell|explain)|wondering|question)\b/gi,
  ],
];

export const pressing: readonly [string, RegExp][] = [
  ["high", /\b(?:urgent(?:ly)?|asap|as soon as possible|immediately|right away|today|tomorrow)\b/i],
  [
    "medium",
    /\b(?:soon|this week|next week|this month|deadline|by (?:monday|tuesday|wednesday|thursday|friday))\b/i,
  ],
];

export const signs: readonly [string, RegExp][] = [
  ["asks_price", /\b(?:how much|price list|pricing|quote|quotation|what (?:does|would|do) .{0,30}cost)\b/i],
  ["names_budget", /\b(?:our|my|the|a) budget\b|\bbudget (?:of|is|for)\b|\bset aside\b/i],
  [
    "names_timeline",
    /\b(?:open(?:ing)? in|start(?:ing)? (?:in|on|from)|by (?:the end of|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|monday|friday)|next (?:week|month|quarter)|within (?:two|three|\d+) (?:days|weeks|months))\b/i,
  ],
  ["asks_demo", /\b(?:demo|trial|sample|samples|tasting|try (?:it|them|your)|test (?:it|order))\b/i],
  ["asks_contract", /\b(?:contract|agreement|terms|invoice|purchase order|sign)\b/i],
  [
    "decides",
    /\b(?:i decide|my decision|we(?:'ve| have) decided|approved|sign(?:ed)? off|go ahead|ready to (?:order|buy|sign|start))\b/i,
  ],
  [
    "compares",
    /\b(?:compar\w+|other (?:offers|suppliers|options|vendors)|shortlist|alternatives?|versus)\b/i,
  ],
];

export const subjects: readonly [string, RegExp][] = [
  ["Pricing", /\b(?:pric(?:e|es|ing)|cost|costs|quote|quotation|expensive|discount|cheaper)\b/i],
  ["Delivery", /\b(?:deliver\w*|shipping|ship|shipment|courier|arrive\w*)\b/i],
  ["Samples", /\b(?:sample|samples|tasting|trial)\b/i],
  ["Contract", /\b(?:contract|agreement|terms|notice period)\b/i],
  ["Quality", /\b(?:quality|taste|flavou?r|fresh\w*|roast\w*)\b/i],
  ["Support", /\b(?:support|help desk|service|repair|maintenance)\b/i],
  ["Training", /\b(?:training|onboarding|workshop|barista course)\b/i],
  ["Equipment", /\b(?:machine|machines|grinder|grinders|equipment)\b/i],
  ["Integration", /\b(?:integrat\w+|api|import|export|connect)\b/i],
  ["Billing", /\b(?:invoice|billing|payment|refund|charged)\b/i],
  ["Subscription", /\b(?:subscription|subscribe|monthly|recurring|standing order)\b/i],
  ["Security", /\b(?:security|privacy|gdpr|data protection|compliance)\b/i],
];
