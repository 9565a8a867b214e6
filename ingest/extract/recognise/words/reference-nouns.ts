import type { EntityType } from '../../../../graph/ontology/ontology.ts'

/** Nouns by which a text goes on to call what it has named, with the types they may stand for. Stems, without accents. */
const NOUNS: readonly (readonly [words: string, types: readonly EntityType[]])[] = [
  ['company firm group enterprise recycler manufacturer producer empresa compania entreprise societe', ['Enterprise']],
  // A plant nobody named stands for the company that runs it.
  ['plant facility factory works smelter refinery site planta usine fabrica', ['Facility', 'Enterprise']],
  ['unit installation', ['Facility', 'Technology']],
  ['technology process furnace kiln', ['Technology']],
  ['network alliance coalition red reseau', ['Network']],
  ['partnership', ['Network', 'Programme']],
  [
    'forum conference meeting workshop seminar congress summit symposium event roundtable dialogue activity foro seminario seminaire taller atelier congreso conferencia',
    ['Event'],
  ],
  ['project scheme proyecto projet', ['Project', 'Programme']],
  ['programme programa', ['Programme', 'Project']],
  ['initiative', ['Programme', 'Project', 'Network']],
  ['centre ministry institute association university agency', ['Organization']],
  ['award prize', ['Award']],
]

export const REFERENCE_NOUNS: ReadonlyMap<string, readonly EntityType[]> = new Map(
  NOUNS.flatMap(([words, types]) => words.split(' ').map((word) => [word, types] as const)),
)

/** Nouns of these that stand for any company, event or project, whatever words its name holds. */
export const ANYONES_NOUNS: ReadonlySet<string> = new Set(
  'company firm group enterprise recycler manufacturer producer empresa compania entreprise societe plant facility site planta usine fabrica event activity project scheme programme process technology proyecto projet'.split(
    ' ',
  ),
)

/** General words for a material that was named before. Stems. */
export const MATERIAL_NOUNS: ReadonlySet<string> = new Set(
  'slag dust dross scrap waste battery residue ash sludge catalyst board tailing'.split(' '),
)

/** Words that point back with such a noun. Folded. */
export const POINTERS: ReadonlySet<string> = new Set(
  'the this that its our said la el le cette ce esta este su sa son'.split(' '),
)
