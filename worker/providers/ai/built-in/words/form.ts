/** What somebody who describes a form may mean, and how it is asked. The first that fits counts. */
export type Asked = { type: string; label: string; isRequired?: boolean; options?: string[]; help?: string };

export const known: [RegExp, Asked][] = [
  [
    /\bconsent|permission|agree|gdpr|opt[- ]?in|terms\b/i,
    { type: "consent", label: "You may write to me. I can stop this at any time.", isRequired: true },
  ],
  [/\be-?mails?( address)?\b/i, { type: "email", label: "Your email", isRequired: true }],
  [/\bphones?|telephone|mobile|whatsapp|call (?:back|them)\b/i, { type: "phone", label: "Phone" }],
  [/\bfirst names?\b/i, { type: "short_text", label: "First name", isRequired: true }],
  [/\b(?:last|family|sur) ?names?\b/i, { type: "short_text", label: "Last name", isRequired: true }],
  [
    /\b(?:company|business|organi[sz]ation|firm|employer)(?: names?)?\b(?!.*\bsize)/i,
    { type: "short_text", label: "Company" },
  ],
  [
    /\b(?:company|team) size|number of employees|how many (?:people|employees)\b/i,
    {
      type: "single_choice",
      label: "How many people are you?",
      options: ["1 to 5", "6 to 20", "21 to 100", "More than 100"],
    },
  ],
  [/\b(?:job title|role|position|profession)\b/i, { type: "short_text", label: "What do you do there?" }],
  [/\bnames?\b/i, { type: "short_text", label: "Your name", isRequired: true }],
  [
    /\bbudgets?|price range|spend\b/i,
    {
      type: "single_choice",
      label: "What is your budget?",
      options: ["Not sure yet", "Small", "Medium", "Large"],
    },
  ],
  [/\bcountry|countries\b/i, { type: "country", label: "Country" }],
  [/\baddress|where (?:they|you) live|delivery\b/i, { type: "address", label: "Address" }],
  [/\bweb ?sites?|urls?|web address|portfolio\b/i, { type: "url", label: "Website" }],
  [
    /\b(?:cv|resume|files?|upload|attachments?|pictures?|photos?|documents?)\b/i,
    { type: "file", label: "Add a file" },
  ],
  [/\bdates?|days?|when|deadline|timeline|start(?:ing)?\b/i, { type: "date", label: "Which day suits you?" }],
  [
    /\bhow likely|recommend|nps\b/i,
    { type: "scale", label: "How likely are you to recommend us?", isRequired: true },
  ],
  [
    /\brat(?:e|es|ing|ings)|stars?|satisf/i,
    { type: "rating", label: "How satisfied are you?", isRequired: true },
  ],
  [/\bhow (?:many|much)|number|quantity|amount|age\b/i, { type: "number", label: "How many?" }],
  [/\bwhether|yes or no|if they|do (?:they|you)\b/i, { type: "yes_no", label: "Is that so?" }],
  [
    /\bmessages?|questions?|comments?|notes?|details?|feedback|describe|why|needs?\b/i,
    { type: "long_text", label: "How can we help?" },
  ],
];

export type Kind = {
  fits: RegExp;
  title: string;
  submit: string;
  thanks: string;
  text: string;
  asked: Asked[];
};

const email: Asked = { type: "email", label: "Your email", isRequired: true };
const name: Asked = { type: "short_text", label: "Your name", isRequired: true };
const company: Asked = { type: "short_text", label: "Company" };

export const kinds: Kind[] = [
  {
    fits: /newsletter|subscri|mailing list|waiting ?list|updates/i,
    title: "Stay in touch",
    submit: "Subscribe",
    thanks: "You are on the list",
    text: "",
    asked: [
      email,
      { type: "consent", label: "You may write to me. I can stop this at any time.", isRequired: true },
    ],
  },
  {
    fits: /survey|feedback|satisf|review|nps|opinion/i,
    title: "Tell us how it was",
    submit: "Send answers",
    thanks: "Thank you",
    text: "Somebody reads every answer.",
    asked: [
      { type: "rating", label: "How satisfied are you?", isRequired: true },
      { type: "long_text", label: "What should we do better?" },
      { type: "email", label: "Your email, if we may ask back" },
    ],
  },
  {
    fits: /quote|offer|estimate|pricing|wholesale|enquir|inquir/i,
    title: "Ask for an offer",
    submit: "Ask for an offer",
    thanks: "Thank you",
    text: "You will have our offer by email.",
    asked: [{ type: "long_text", label: "What do you need?", isRequired: true }, name, email, company],
  },
  {
    fits: /demo|trial|consult|meeting|appointment|book(?:ing)?|tasting/i,
    title: "Choose a time with us",
    submit: "Ask for a time",
    thanks: "Thank you",
    text: "We will confirm the time by email.",
    asked: [
      name,
      email,
      { type: "date", label: "Which day suits you?" },
      { type: "long_text", label: "What is it about?" },
    ],
  },
  {
    fits: /event|workshop|webinar|regist|sign[- ]?up|rsvp|course|class/i,
    title: "Sign up",
    submit: "Sign up",
    thanks: "See you there",
    text: "We look forward to meeting you.",
    asked: [name, email, { type: "number", label: "How many are you?" }],
  },
  {
    fits: /job|appl(?:y|ication)|hiring|candidate|career/i,
    title: "Apply to work with us",
    submit: "Send application",
    thanks: "Thank you",
    text: "We answer every application.",
    asked: [
      name,
      email,
      { type: "long_text", label: "Why would you like to work here?" },
      { type: "file", label: "Add your CV" },
    ],
  },
  {
    fits: /./s,
    title: "Write to us",
    submit: "Send message",
    thanks: "Thank you",
    text: "Your message has arrived. We answer by email.",
    asked: [name, email, { type: "long_text", label: "How can we help?", isRequired: true }],
  },
];
