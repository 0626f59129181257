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
    "obrigad[oa]s?|otim[oa]s?|excelentes?|perfeit[oa]s?|maravilhos~|adoramos|adorei|adoro|content~|feliz|felizes|satisfeit~|fantastic~|impressionad~|delicios~|gostamos muito|gostei muito|gostamos|gostei|nada mau|nao e (?:nada )?mau|nada mal|animad[oa]s?|parabens",
  displeased:
    "decepcion~|desilud~|descontent~|insatisfeit~|frustr~|irritad~|horrive~|terrive~|pessim~|mau|ma|ruim|ruins|pior~|atrasad~|atraso~|quebrad~|partid[oa]s?|errad~|problemas?|reclam~|queixa~|inaceitave~|car[oa]s? demais|demasiado car[oa]s?|muito car[oa]s?|preocup~|confus[oa]s?|furios~|cancel~|reembols~|defeituos~|danificad~",
  not: "nao|nunca|jamais|nem|nenhuma?|sem|pouco",
  notAfter: "nao",
  empty:
    "obrigad[oa] desde ja|desde ja (?:muito )?(?:obrigad[oa]|agradec~)|nao,? (?:muito )?obrigad[oa]|obrigad[oa] por nada|(?:que|ah,?) (?:otimo|maravilha|bom)|(?:otimo|perfeito|excelente|fantastico|parabens),? (?:de novo|outra vez|mais uma vez|mais um~)|sem (?:nenhum )?problemas?|nao ha problema|muito prazer",
  feelings: {
    gratitude: "obrigad[oa]s?|agradec~|gratos?|gratas?",
    enthusiasm:
      "adoramos|adorei|animad[oa]s?|empolgad~|entusiasm~|impressionad~|ansios[oa]s? (?:por|para)|fantastic~",
    anger: "furios~|inaceitave~|indignad~|revoltad~|absurdo",
    frustration:
      "decepcion~|desilud~|frustr~|irritad~|ainda (?:estamos|estou) (?:a )?esper~|ainda nao|continuamos a espera",
    concern: "preocup~|receio|tememos|risco~|demasiado car[oa]s?|car[oa]s? demais|duvidas",
    confusion:
      "confus[oa]s?|nao (?:esta|ficou) claro|nao (?:entendi|entendo|entendemos|percebo|percebi)|nao (?:sei|sabemos) (?:como|o que|se)",
    curiosity: "curios~|interessad~|interesse|saber mais|gostaria(?:mos)? de saber",
  },
  wishes: {
    decline:
      "nao (?:me|nos) interessa~|nao (?:temos|tenho|ha) interesse|nao (?:estou|estamos) interessad~|sem interesse|ja nao (?:precis~|interessa~)|nao precisamos mais|decidimos nao|optamos por outr[oa]|escolhemos outr[oa]|cancelar (?:a )?(?:inscricao|subscricao)|descadastr~|parem de (?:ligar|escrever|enviar)|nao (?:voltem|volte) a",
    complain:
      "queixa~|reclama~|inaceitave~|reembols~|decepcion~|devolucao|cheg(?:ou|aram) (?:quebrad|partid|danificad|atrasad|tarde)~|ainda (?:estamos|estou) (?:a )?esper~",
    buy: `${ready}|fazer (?:um|o|nosso) pedido|fazer (?:uma|a) encomenda|pront[oa]s? para (?:comprar|assinar|comecar|fechar)|(?:envie|enviem|enviar|mande|mandem)(?:-me|-nos)? (?:o contrato|a fatura)|aceitamos a (?:proposta|oferta)|podemos fechar|vamos (?:em frente|avancar|fechar)|negocio fechado`,
    negotiate:
      "desconto~|melhor preco|baixar o preco|mais barat~|condicoes de pagamento|abatimento|cobrir (?:a|o) (?:oferta|preco)",
    ask_price: priced,
    book_meeting:
      "(?:agendar|marcar|combinar|reservar|organizar|ter)…(?:chamada|reuniao|demo|demonstracao|visita|call|conversa|prova)|(?:esta|estao|estaria~) (?:livre|disponive)~|(?:podemos|poderiamos) (?:falar|conversar|nos (?:ver|reunir)|reunir)|reunirmos|tem disponibilidade",
    object:
      "car[oa]s? demais|demasiado car[oa]s?|muito car[oa]s?|fora do (?:nosso |meu )?orcamento|acima do…orcamento|nao (?:me|nos) convence~|nao precis~|ja temos|ja tenho|nao estou convencid~",
    ask_support:
      "nao (?:funciona~|esta a funcionar|consigo|conseguimos)|avari~|mensagem de erro|erros?|ajudar(?:-me|-nos)?|(?:pode|podem|poderia) (?:me |nos )?ajudar|precis(?:o|amos) de ajuda|como (?:posso|podemos|faco|fazemos)",
    ask_information:
      "mais (?:informac~|detalhes|dados)|saber mais|(?:pode|podem|poderia|poderiam) (?:me |nos )?(?:enviar|dizer|explicar|mandar|indicar)~|(?:voces )?(?:entregam|oferecem|tem|enviam|dispoem)|pergunta~|duvida~|informac~",
  },
  pressing: {
    high: "urgen~|o quanto antes|quanto antes|o mais (?:rapido|depressa|breve) possivel|imediat~|agora mesmo|hoje|amanha",
    medium:
      "em breve|esta semana|(?:na )?proxima semana|semana que vem|este mes|prazo (?:final|limite)|ate (?:segunda|terca|quarta|quinta|sexta|ao fim|o fim|ao final|o final)~",
  },
  signs: {
    asks_price: priced,
    names_budget:
      "(?:nosso|meu|um|o) orcamento (?:e|de|maximo|para|anual|mensal|ronda)|temos um orcamento|verba de|reservamos",
    names_timeline:
      "(?:abrimos|abriremos|abrir|abertura|inaugur~)…em|(?:comecar|comecamos|iniciar|arrancar)…(?:em|no|na|a)|a partir de|ate (?:ao )?(?:fim|final|o fim|o final)|(?:na )?proxima semana|semana que vem|(?:no )?proximo (?:mes|trimestre)|mes que vem|(?:em|dentro de) (?:dois|duas|tres|\\d+) (?:dias|semanas|meses)",
    asks_demo: "demo|demonstrac~|amostras?|teste~|testar|experimentar|prova~|degustacao",
    asks_contract: "contratos?|acordo|fatura~|ordem de compra|nota fiscal|assinar|assinatura",
    decides: `eu decido|decisao (?:esta )?tomada|decidimos|aprovad[oa]|luz verde|aceitamos a (?:proposta|oferta)|${ready}`,
    compares:
      "compar~|outr[oa]s (?:ofertas|propostas|fornecedores|opcoes|orcamentos)|alternativas?|concorren~",
  },
  subjects: {
    Pricing: "prec~|custa~|custos?|orcamento~|car[oa]s?|desconto~|tarifas?|barat~",
    Delivery: "entreg~|envi(?:o|os|am|amos)|transport~|frete|portes|encomenda~",
    Samples: "amostras?|degustacao|prova de",
    Contract: "contratos?|acordo|condicoes|aviso previo|fidelizacao",
    Quality: "qualidade|sabor~|aroma~|fresc~|torra~|torref~",
    Support: "suporte|apoio ao cliente|assistencia|reparac~|manutencao|avari~",
    Training: "formacao|treinamento~|workshop|curso~",
    Equipment: "maquinas?|moinhos?|moedor~|equipamento~|cafeteiras?",
    Integration: "integra~|api|importa~|exporta~|conect~|ligacao",
    Billing: "fatura~|pagamento~|pagar|cobranca|reembols~|nota fiscal",
    Subscription: "subscri~|assinatura|mensal~|recorrente~|mensalidade",
    Security: "seguranca|privacidade|rgpd|lgpd|protecao de dados",
  },
  rivals:
    "(?:oferta|proposta|orcamento|cotacao) d[aeo]|tambem (?:com|a falar com|falando com|estamos a falar com|estamos falando com)|(?:falar|falando) com|compar~ com|(?:atualmente|hoje) (?:com|usamos|trabalhamos com|compramos (?:a|da))|trabalhamos com|(?:mudar|trocar) d[aeo]|concorrentes?|fornecedor (?:atual )?(?:e )?(?:a |o )?|em vez d[aeo]",
};
