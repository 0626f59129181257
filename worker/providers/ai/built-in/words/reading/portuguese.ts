import type { Lexicon } from "./lexicon";

const priced =
  "quanto (?:custa~|sai~|ficaria|fica|seria|e)|qual (?:e |seria )?o (?:preco|valor|custo)|precos?|orcamentos?|cotacao|cotacoes|tabela de precos|tarifas?";
const ready =
  "(?:queremos|quero|gostariamos de|gostaria de|desejamos|vamos|pretendemos) (?:comprar|encomendar|fazer (?:um|o) pedido|fazer uma encomenda|contratar|assinar|fechar|comecar)";

export const portuguese: Lexicon = {
  code: "pt",
  common:
    "a o os as e sao nos voce voces seu sua que de da do das dos em um uma por para com nao se na no nas ao como mas muito obrigado obrigada ola me esta este temos tenho pode podem poderia quero queremos quando onde ha eu ou ja mais isso foi bom dia boa tarde tudo sem estou estamos meu minha pelo pela voces preco pedido fatura nossa nosso gostaria gostariamos outra vez quanto",
  months: "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
  weekdays: "(?:segunda|terca|quarta|quinta|sexta)-feira|sabado|domingo",
  next: "proxim[oa]|na proxima|est[ea]",
  of: "de",
  pleased:
    "obrigad[oa]s?|otim[oa]s?|excelentes?|perfeit~|maravilhos~|ador~|content~|feli[zc]~|satisfeit~|fantastic~|delicios~|gost(?:amos|ei)|nao e (?:nada )?mau|nada ma[ul]|parabens",
  displeased:
    "decepcion~|desilud~|descontent~|frustr~|horrive~|pessim~|mau|ma|ruim|pior~|atras~|quebrad~|partid[oa]s?|errad~|problem~|reclam~|queixa~|inaceitave~|car[oa]s? demais|(?:demasiado|muito) car[oa]s?|preocup~|confus~|furios~|cancel~|reembols~|danificad~",
  not: "nao|nunca|jamais|nem|nenhuma?|sem|pouco",
  notAfter: "nao",
  empty:
    "obrigad[oa] desde ja|desde ja (?:obrigad[oa]|agradec~)|nao,? (?:muito )?obrigad[oa]|obrigad[oa] por nada|que (?:otimo|maravilha|bom)|(?:otimo|perfeito|excelente|fantastico),? (?:de novo|outra vez|mais uma? ~)|sem problemas?|nao ha problema",
  feelings: {
    gratitude: "obrigad[oa]s?|agrad~",
    enthusiasm: "ador~|animad[oa]s?|entusiasm~",
    anger: "furios~|inaceitave~|indign~",
    frustration: "decepcion~|frustr~|ainda nao",
    concern: "preocup~|receio|duvidas|car[oa]s? demais",
    confusion: "confus[oa]s?|nao (?:esta|ficou) claro|nao entend~",
    curiosity: "curios~|interess~|saber mais",
  },
  wishes: {
    decline:
      "nao (?:me|nos) interessa~|nao t~ interesse|nao est~ interessad~|sem interesse|nao precis~ mais|escolh~ outr[oa]|par~ de (?:ligar|escrever)",
    complain:
      "queixa~|reclama~|inaceitave~|reembols~|decepcion~|cheg(?:ou|aram) (?:quebrad|partid|danificad|atrasad)~|ainda est~ (?:a )?esper~",
    buy: `${ready}|fazer (?:um|o|uma|a) (?:pedido|encomenda)|pront[oa]s? para ~|(?:envie|mande|enviar)~ (?:o contrato|a fatura)|aceitamos a (?:proposta|oferta)|podemos fechar|vamos (?:em frente|avancar)`,
    negotiate: "desconto~|melhor preco|mais barat~|condicoes de pagamento",
    ask_price: priced,
    book_meeting:
      "(?:agendar|marcar|combinar|ter)…(?:chamada|reuniao|demo|visita|conversa)|est~ (?:livre|disponive)~|pod~ (?:falar|conversar)|reunir~|disponibilidade",
    object:
      "car[oa]s? demais|(?:demasiado|muito) car[oa]s?|fora do…orcamento|acima do…orcamento|nao (?:me|nos) convence~|ja te(?:mos|nho)",
    ask_support: "nao (?:funciona~|consig~|consegui~)|avari~|erros?|ajudar~|ajuda|como (?:posso|podemos)",
    ask_information:
      "mais (?:informac~|detalhes)|saber mais|(?:pode|podem|poderia~) (?:me |nos )?(?:enviar|dizer|explicar|dar)~|(?:entregam|oferecem|enviam)|pergunta~|duvida~|informac~",
  },
  pressing: {
    high: "urgen~|quanto antes|mais (?:rapido|breve) possivel|imediat~|hoje|amanha",
    medium:
      "em breve|esta semana|proxima semana|semana que vem|este mes|ate (?:segunda|terca|quarta|quinta|sexta|ao fim|o fim)~",
  },
  signs: {
    asks_price: priced,
    names_budget: "(?:nosso|meu) orcamento|orcamento (?:e|maximo|anual|mensal)",
    names_timeline:
      "(?:abri~|abertura)…em|(?:comecar|iniciar)…(?:em|no|na|a)|a partir de|ate (?:ao? )?(?:fim|final)|proxim[oa] (?:semana|mes|trimestre)|(?:semana|mes) que vem|(?:em|dentro de) (?:dois|duas|tres|\\d+) (?:dias|semanas|meses)",
    asks_demo: "demo~|amostras?|test~|experimentar|degustacao",
    asks_contract: "contratos?|fatura~|ordem de compra|assina~",
    decides: `decisao tomada|decidimos|aprovad[oa]|luz verde|aceitamos a (?:proposta|oferta)|${ready}`,
    compares: "compar~|outr[oa]s (?:ofertas|propostas|fornecedores|opcoes)|alternativ~|concorren~",
  },
  subjects: {
    Pricing: "prec~|custa~|custos?|orcamento~|car[oa]s?|desconto~|barat~",
    Delivery: "entreg~|envi(?:o|os)|transport~|encomenda~",
    Samples: "amostras?|degustacao",
    Contract: "contratos?|condicoes|aviso previo",
    Quality: "qualidade|sabor~|aroma~|torra~",
    Support: "suporte|apoio ao cliente|assistencia|avari~",
    Training: "formacao|treinamento~|curso~",
    Equipment: "maquinas?|moinhos?|equipamento~",
    Integration: "integra~|api|importa~|exporta~|conect~",
    Billing: "fatura~|pagamento~|pagar|reembols~",
    Subscription: "subscri~|mensal~|mensalidade",
    Security: "seguranca|privacidade|rgpd|lgpd",
  },
  rivals:
    "(?:oferta|proposta|orcamento|cotacao) d[aeo]|(?:tambem|falar|falando|compar~|atualmente|trabalhamos) com|(?:mudar|trocar) d[aeo]|concorrentes?|em vez d[aeo]",
};
