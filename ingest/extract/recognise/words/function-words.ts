/** Words that hold a sentence together, folded. They end a lower-case name on either side. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an this that these those its their his her our your my each every both all some any no another such one two three four five six seven eight nine ten several many most other first second third new existing own said'.split(
    ' ',
  ),
)
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of in on at by for from to with without into onto through during after before since until under over between among across against about along around as near via per within towards toward upon beyond outside inside behind including excluding regarding concerning despite plus like than versus'.split(
    ' ',
  ),
)
export const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and or but nor while whereas although because if when where which who whom whose that than so yet then also however therefore moreover as well'.split(
    ' ',
  ),
)
export const PRONOUNS: ReadonlySet<string> = new Set(
  'it they he she we i you them him us me itself themselves there here what'.split(' '),
)
export const AUXILIARIES: ReadonlySet<string> = new Set(
  "is are was were be been being am has have had having do does did will would shall should can could may might must cannot isn't aren't wasn't weren't doesn't don't didn't won't not never".split(
    ' ',
  ),
)
const VERBS =
  `said says say told tells announced announces announce signed signs opened opens open launched launches launch started starts
  began begins operates operate operated runs run ran built builds build constructed constructs plans plan planned processes
  processed treats treated recycles recycled recovers recovered produces produced makes made uses used offers offered provides provided
  develops developed owns owned employs employed held hold holds hosted hosts host organised organized organises organizes attended attends
  attend delivered delivers deliver gave gives give took takes take shared shares share presented presents present visited visits
  introduced introduces pointed points noted notes explained explains added adds joined joins join received receives receive won wins
  supported supports support funded funds awarded awards agreed agrees agree expects expected expect aims aim hopes hope includes
  include included covers covered reached reaches became becomes become remains remained stands stood helps helped led leads lead
  chaired chairs completed completes created creates established establishes founded founds acquired acquires bought buys sold sells
  supplies supplied reported reports collects collected converts converted turns turned reduces reduced achieves achieved exceeds
  invested invests raised raises extracts extracted generates generated consists contains contained requires required accepts accepted
  sends sent ships shipped moves moved brings brought works worked serves served comprises comprised handles handled
  participated participates expressed stressed highlighted emphasized emphasised briefed discussed reviewed opened closed welcomed
  thanked invited concluded demonstrated shows showed shown presided addressed moderated inaugurated commissioned commissions put sees saw
  get gets got goes went come comes came keep keeps kept follow follows followed call calls called know known named names need needs
  seeks sought wants wanted enters entered develop establish select promote improve cultivate initiate create provide strengthen enhance ensure prepare implement increase encourage organize organise explore discuss review share show set appointed appoints elected entitled titled respectively according accordingly`.split(
    /\s+/,
  )
/** Finite and past forms that end a name in lower-case text. */
export const COMMON_VERBS: ReadonlySet<string> = new Set(VERBS)

/** Whether a folded word cannot stand inside a lower-case name. */
export function endsLowerName(fold: string): boolean {
  return (
    DETERMINERS.has(fold) ||
    PREPOSITIONS.has(fold) ||
    CONJUNCTIONS.has(fold) ||
    PRONOUNS.has(fold) ||
    AUXILIARIES.has(fold) ||
    COMMON_VERBS.has(fold)
  )
}
