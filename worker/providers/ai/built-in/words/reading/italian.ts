import type { Lexicon } from "./lexicon";

const priced =
  "quanto (?:costa~|costerebbe~|costano|viene|verrebbe|sarebbe)|qual e il (?:prezzo|costo)|prezz[oi]|preventiv[oi]|listino|tariff[ae]|quotazion[ei]";
const ready =
  "(?:vorremmo|vorrei|vogliamo|desideriamo|intendiamo|siamo pronti (?:a|ad|per)) (?:ordinare|comprare|acquistare|fare un ordine|firmare|partire|procedere|iniziare)";

export const italian: Lexicon = {
  code: "it",
  common:
    "a il lo gli l d c le e sono noi voi vostro vostra vostri che di del dei delle della in un una per con non se la al alla come ma piu molto grazie buongiorno ciao saluti mi ci abbiamo ho potete puo potrebbe vorrei vorremmo quando dove ha io o anche questo questa siamo avete nel da si bene buona buonasera tutto senza sto stiamo mio mia nostro nostra i ordine fattura prezzo ancora volta quanto e' va",
  months: "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
  weekdays: "lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica",
  next: "prossim[oa]|quest[oa]",
  of: "",
  pleased:
    "grazie|ottim[oaie]|eccellent[ei]|perfett~|meraviglios~|ador~|content~|felic[ei]|liet[oaie]|soddisfatt~|fantastic~|entusiast~|delizios~|buonissim~|piaciut~|(?:ci|mi) piace|non (?:e )?male|niente male",
  displeased:
    "delus~|deludent~|scontent~|frustra~|orribil~|pessim~|mal[ei]|peggi~|ritard[oi]|rott[oaie]|sbagliat~|problem~|lament~|reclam~|inaccettabil~|troppo car[oaie]|preoccup~|confus~|arrabbiat~|furios~|annulla~|rimbors~|difettos~|danneggiat~",
  not: "non|mai|nessun[oa]?|senza|neanche|nemmeno|poco|ne",
  notAfter: "non",
  empty:
    "(?:grazie )?in anticipo|no,? grazie|grazie (?:di|per) niente|che (?:bello|meraviglia)|(?:ottimo|perfetto|fantastico|grazie),? (?:di nuovo|un'altra volta|ancora (?:un|una))|(?:nessun|senza) problem[ai]",
  feelings: {
    gratitude: "grazie|ringrazi~",
    enthusiasm: "ador~|entusiast~|non vediamo l'ora",
    anger: "furios~|arrabbiat~|inaccettabil~",
    frustration: "delus~|frustra~|ancora in attesa",
    concern: "preoccup~|dubbi|troppo car[oaie]",
    confusion: "confus[oaie]|non (?:e )?chiaro|non cap~",
    curiosity: "curios~|interessa~|saperne di piu",
  },
  wishes: {
    decline:
      "non (?:mi|ci) interessa~|non s~ (?:piu )?interessat~|non (?:ci|mi) serve piu|scelto un altro|disiscriv~|smett~ di (?:chiamare|scrivere)~|non (?:chiam|scriv)~",
    complain:
      "lament~|reclam~|inaccettabil~|rimbors~|delus~|(?:arrivat|consegnat)[oaie] (?:rott|in ritardo|danneggiat)~|ancora (?:in attesa|aspettando)",
    buy: `${ready}|(?:fare|confermare) (?:un |l')ordine|pront[oi] (?:a|ad|per) ~|(?:inviate|mandate|inviare)(?:ci|mi)? (?:il contratto|la fattura)|accettiamo (?:l'offerta|la proposta|il preventivo)|procediamo`,
    negotiate: "scont[oi]|miglior prezzo|piu economic~|condizioni di pagamento",
    ask_price: priced,
    book_meeting:
      "(?:fissare|prenotare|organizzare)…(?:chiamata|riunione|incontro|demo|visita|appuntamento)|(?:siete|sareste|e) (?:liber[oi]|disponibil[ei])|pos~ (?:sentirci|vederci|parlare)|incontrarci",
    object: "troppo car[oaie]|fuori budget|oltre il…budget|non (?:mi|ci) convince~|abbiamo gia|ho gia",
    ask_support: "non (?:funziona~|riesco|riusciamo)|guast[oaie]|error[ei]|aiut~|come (?:posso|possiamo)",
    ask_information:
      "(?:maggiori|piu) (?:informazioni|dettagli)|saperne di piu|(?:puo|potete|potrebbe) (?:inviar|dir|spiegar|dar)~|(?:consegnate|offrite|spedite)|domand[ae]|informazion[ei]",
  },
  pressing: {
    high: "urgen~|al piu presto|il prima possibile|immediat~|subito|oggi|domani",
    medium:
      "presto|questa settimana|prossima settimana|settimana prossima|questo mese|entro (?:lunedi|martedi|mercoledi|giovedi|venerdi|fine|la fine)",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~",
    names_timeline:
      "(?:apri~|apertura)…(?:a|in|il)|(?:iniziare|partire)…(?:a|da|in|il)|a partire da~|entro|prossim[oa] (?:settimana|mese|trimestre)|(?:settimana|mese) prossim[oa]|(?:tra|fra|in) (?:due|tre|\\d+) (?:giorni|settimane|mesi)",
    asks_demo: "demo|campion[ei]|prova~|assaggi~|degustazione",
    asks_contract: "contratt[oi]|fattur[ae]|ordine d'acquisto|firma~",
    decides: `decisione presa|(?:abbiamo|ho) deciso|approvat[oa]|via libera|accettiamo (?:l'offerta|la proposta|il preventivo)|${ready}`,
    compares: "confront~|altr[ei] (?:offerte|fornitori|opzioni|preventivi)|alternativ~|concorren~",
  },
  subjects: {
    Pricing: "prezz~|cost[aoi]~|preventiv~|car[oaie]|scont[oi]|tariff~|listino",
    Delivery: "consegn~|spedi~|corriere|pacc[oh]~",
    Samples: "campion[ei]|degustazione",
    Contract: "contratt[oi]|condizioni|preavviso|disdetta",
    Quality: "qualita|sapor~|gusto|aroma~|tosta~",
    Support: "supporto|assistenza|servizio clienti|guast~",
    Training: "formazione|cors[oi]",
    Equipment: "macchin[ae]|macinin~|attrezzatur~",
    Integration: "integra~|api|importa~|esporta~|collega~",
    Billing: "fattur~|pagament~|pagare|rimbors~",
    Subscription: "abbonament~|mensil~|canone",
    Security: "sicurezza|privacy|gdpr",
  },
  rivals:
    "(?:offerta|preventivo) (?:di|da|della|dalla)|(?:anche|parlando|confront~|attualmente|lavoriamo) con|(?:passare|cambiare) da|concorrent[ei]|invece di|al posto di",
};
