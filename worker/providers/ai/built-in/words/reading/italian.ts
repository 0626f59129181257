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
    "grazie|ottim[oaie]|eccellent[ei]|perfett[oaie]|meraviglios~|adoriamo|adoro|content[oaie]|felic[ei]|liet[oaie]|soddisfatt~|fantastic~|entusiast[aie]|impressionat~|colpit[oaie]|delizios~|buonissim~|piaciut[oaie]|ci piace|mi piace|non (?:e )?male|niente male|non vediamo l'ora",
  displeased:
    "delus~|deludent~|scontent~|insoddisfatt~|frustra~|irritat~|orribil~|terribil~|pessim~|mal[ei]|peggi~|in ritardo|ritard[oi]|rott[oaie]|sbagliat~|problem[ai]|lament~|reclam~|inaccettabil~|troppo car[oaie]|preoccup~|confus[oaie]|arrabbiat~|furios~|annulla~|rimbors~|difettos~|danneggiat~",
  not: "non|mai|nessun[oa]?|senza|neanche|nemmeno|poco|ne",
  notAfter: "non",
  empty:
    "grazie in anticipo|in anticipo grazie|no,? grazie|grazie di niente|grazie per niente|(?:che|ah,?) (?:bello|meraviglia|bravi)|(?:ottimo|perfetto|fantastico|grande|grazie),? (?:di nuovo|un'altra volta|ancora (?:un|una))|nessun problema|senza problemi|(?:molto )?lieto di conoscer~",
  feelings: {
    gratitude: "grazie|ringrazi~|grat[oaie]",
    enthusiasm:
      "adoriamo|adoro|entusiast~|emozionat~|impressionat~|non vediamo l'ora|non vedo l'ora|fantastic~",
    anger: "furios~|arrabbiat~|inaccettabil~|vergognos~|indignat~|scandalos~",
    frustration:
      "delus~|frustra~|irritat~|ancora in attesa|stiamo ancora aspettando|sto ancora aspettando|non ancora",
    concern: "preoccup~|temiamo|temo|risch[io]~|troppo car[oaie]|dubbi",
    confusion:
      "confus[oaie]|non (?:e )?chiaro|non (?:capisco|capiamo|ho capito)|non (?:so|sappiamo|sono sicur~) (?:come|cosa|se)",
    curiosity: "curios~|interessat~|interessa|saperne di piu|vorre(?:i|mmo) sapere",
  },
  wishes: {
    decline:
      "non (?:mi|ci) interessa~|non siamo (?:piu )?interessat~|non sono (?:piu )?interessat~|nessun interesse|non (?:ci|mi) serve piu|non abbiamo piu bisogno|deciso di non|scelto un altro|optato per un altro|disiscriv~|cancellatemi|smettete di (?:chiamare|scrivere)~|non (?:chiamate|scrivete|contattate)~",
    complain:
      "lament~|reclam~|inaccettabil~|rimbors~|delus~|(?:arrivat|consegnat)[oaie] (?:rott|in ritardo|danneggiat)~|ancora (?:in attesa|aspettando)",
    buy: `${ready}|(?:fare|effettuare|confermare) (?:un|l')? ?ordine|pront[oi] (?:a|ad|per) (?:ordinare|firmare|partire|comprare)|(?:inviate|mandate|inviare|invii|mandi)(?:ci|mi)? (?:il contratto|la fattura)|accettiamo (?:l'offerta|la proposta|il preventivo)|procediamo|procedere con l'ordine|affare fatto`,
    negotiate:
      "scont[oi]|miglior prezzo|prezzo migliore|abbassare il prezzo|piu economic~|meno car[oaie]|condizioni di pagamento|ribasso|venir(?:ci|e) incontro",
    ask_price: priced,
    book_meeting:
      "(?:fissare|prenotare|organizzare|programmare|concordare|fare)…(?:chiamata|riunione|incontro|demo|visita|appuntamento|call|videochiamata|degustazione)|(?:e|siete|sareste|sarebbe) (?:liber[oi]|disponibil[ei])|(?:possiamo|potremmo) (?:sentirci|vederci|incontrarci|parlare)|incontrarci",
    object:
      "troppo car[oaie]|fuori (?:dal (?:nostro )?)?budget|oltre il…budget|non (?:mi|ci) convince~|non (?:ci|mi) serve|non abbiamo bisogno|abbiamo gia|ho gia|non sono convint~",
    ask_support:
      "non (?:funziona~|si apre|parte|riesco|riusciamo)|guast[oaie]|messaggio di errore|errori?|aiutar(?:mi|ci)|(?:puo|potete|potrebbe|potreste) (?:aiutarmi|aiutarci)|(?:ho|abbiamo) bisogno di aiuto|come (?:posso|possiamo|si fa)",
    ask_information:
      "(?:maggiori|piu|ulteriori) (?:informazioni|dettagli|info)|saperne di piu|(?:puo|potete|potrebbe|potreste) (?:inviar|dir|spiegar|mandar|indicar)~|(?:consegnate|offrite|spedite|avete|fornite)|domand[ae]|informazion[ei]",
  },
  pressing: {
    high: "urgen~|al piu presto|il prima possibile|quanto prima|immediat~|subito|oggi|domani",
    medium:
      "presto|questa settimana|(?:la )?(?:prossima settimana|settimana prossima)|questo mese|scadenza|entro (?:lunedi|martedi|mercoledi|giovedi|venerdi|fine|la fine|il)",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~|cifra massima|messo da parte|stanziat~",
    names_timeline:
      "(?:apriamo|apriremo|aprire|apertura|inaugur~)…(?:a|in|il)|(?:iniziare|iniziamo|partire|partiamo|cominciare)…(?:a|da|in|il)|a partire da~|entro (?:fine|la fine|il|l'|due|tre|\\d+)|(?:la )?(?:prossima settimana|settimana prossima)|(?:il )?(?:prossimo (?:mese|trimestre)|mese prossimo)|(?:tra|fra|in) (?:due|tre|\\d+) (?:giorni|settimane|mesi)",
    asks_demo: "demo|dimostrazione|campion[ei]|prova~|provare|assaggi~|degustazione|testare",
    asks_contract: "contratt[oi]|accordo|fattur[ae]|ordine d'acquisto|firmare|firma",
    decides: `decido io|decisione (?:e )?(?:stata )?presa|abbiamo deciso|ho deciso|approvat[oa]|via libera|accettiamo (?:l'offerta|la proposta|il preventivo)|${ready}`,
    compares:
      "confront~|paragon~|altr[ei] (?:offerte|fornitori|opzioni|preventivi|proposte)|alternativ[ae]|concorren~",
  },
  subjects: {
    Pricing: "prezz~|cost[aoi]|preventiv~|car[oaie]|scont[oi]|tariff~|economic~|listino",
    Delivery: "consegn~|spedi~|corriere|pacc[oh]~|trasporto",
    Samples: "campion[ei]|assaggi~|degustazione",
    Contract: "contratt[oi]|accordo|condizioni|preavviso|disdetta",
    Quality: "qualita|sapor~|gusto|aroma~|fresc~|tosta~",
    Support: "supporto|assistenza|servizio clienti|riparazion~|manutenzione|guast~",
    Training: "formazione|corso|corsi|workshop|addestramento",
    Equipment: "macchin[ae]|macinacaffe|macinin~|attrezzatur~",
    Integration: "integra~|api|importa~|esporta~|collega~|connession~",
    Billing: "fattur~|pagament~|pagare|addebit~|rimbors~",
    Subscription: "abbonament~|mensil~|ricorrent~|canone",
    Security: "sicurezza|riservatezza|privacy|gdpr|protezione dei dati",
  },
  rivals:
    "(?:offerta|preventivo) (?:di|da|della|dalla)|anche (?:con|parlando con|in contatto con|a)|parlando con|confront~ con|(?:attualmente|oggi|ora) (?:con|usiamo|lavoriamo con|compriamo da)|lavoriamo con|(?:passare|cambiare) da|concorrent[ei]|fornitore (?:attuale )?(?:e )?|invece di|al posto di",
};
