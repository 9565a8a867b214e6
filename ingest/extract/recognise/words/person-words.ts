/** Titles before a name, folded. */
export const TITLES: ReadonlySet<string> = new Set(
  `dr prof professor mr mrs ms miss mx sir dame lord lady madam datuk dato datin tan-sri haji hajah h.e he hon honourable honorable
  academician engr eng ir drs drg sr sra srta don dona ing lic m mme mlle herr frau dipl-ing prince princess sheikh ambassador
  senator`.split(/\s+/),
)

/** Words a role ends in, stems. With a name beside them they tie a person to a body. */
export const ROLES: ReadonlySet<string> = new Set(
  `director president chairman chairwoman chair chairperson chairs vice-president ceo cfo coo cto cso head chief manager executive minister
  secretary secretary-general governor mayor ambassador commissioner coordinator co-ordinator officer leader founder co-founder cofounder
  professor researcher scientist engineer expert specialist adviser advisor consultant lecturer fellow dean rector analyst
  representative delegate spokesperson spokesman spokeswoman partner owner vice-minister vice-chairman inspector environmentalist
  deputy-director editor editor-in-chief editors technologist metallurgist chemist geologist superintendent supervisor administrator principal
  vice-mayor councillor senator lawmaker deputy undersecretary under-secretary treasurer curator moderator rapporteur
  directora presidente presidenta ministro ministra gerente jefe jefa coordinador coordinadora investigador investigadora profesor profesora fundador fundadora
  alcalde alcaldesa rector rectora viceministro viceministra director-general directeur directrice presidente president ministre chef responsable
  chercheur chercheuse fondateur fondatrice maire geschaftsfuhrer vorstand leiter`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that may stand before the role word in a role, folded. */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  `vice deputy assistant associate senior junior executive managing general regional national chief principal scientific technical
  project programme program plant works sales marketing research environmental environment lead acting former founding honorary
  permanent special sustainability operations operating commercial financial finance technology metallurgical group global country
  co non-executive independent secretary director mill site process production quality head policy party board state prime foreign international
  division department first second`
    .split(/\s+/)
    .filter(Boolean),
)

/** Verbs of speech: who stands before them is a person, or a body. Folded. */
export const SPEECH: ReadonlySet<string> = new Set(
  `said says told added adds noted notes explained explains stressed stresses emphasised emphasized highlighted commented comments
  recalled recalls remarked welcomed thanked argued pointed described announced stated urged called presented spoke delivered introduced
  gave briefed reported moderated chaired opened addressed shared discussed concluded expressed outlined explica dijo afirmo senalo explico declaro a-declare`
    .split(/\s+/)
    .filter(Boolean),
)
