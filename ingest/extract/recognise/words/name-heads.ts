import type { EntityType } from '../../../../graph/ontology/ontology.ts'
import { stemWord } from '../stem-word.ts'

/**
 * Nouns that say what a name names: the head of "Ministry of …", "… University", "… Conference". Stems as `stemWord`
 * gives them. English with Spanish, French, German, Italian and Portuguese beside it.
 */
const HEADS: Partial<Record<EntityType, string>> = {
  Organization: `ministry secretariat university universidad universite universitat universita universidade college institute
    institut instituto academy academia association asociacion associacao society federation council commission comision committee
    comite agency agencia agence department departamento departement bureau office oficina directorate authority board chamber foundation
    fundacion fondation centre centro hub school faculty laboratory ministerio ministere ministerium verband union
    municipality municipalidad city-council prefecture branch division embassy parliament senate court
    cooperative museum hospital library bank fund fondo club consortium taskforce task-force working-group secretaria cabinet organisation organizacion administration
    ombudsman inspectorate think-tank institution unit observatory treasury service services headquarters government court congress-centre
    politeknik polytechnic balai kementerian dinas`,
  Network: `network red reseau netzwerk alliance alianza coalition partnership consortium-network platform-network league rede`,
  Event: `conference congress forum seminar workshop meeting summit symposium exhibition expo exposition fair roundtable
    round-table dialogue session games webinar hearing seminaire conferencia congreso foro seminario taller reunion cumbre simposio feria
    colloque conference-of-parties atelier reunion salon sommet convention-week week festival course training assembly hackathon
    consultation colloquium mission ceremony cop cops`,
  Programme: `programme programa initiative iniciativa plan scheme campaign strategy agenda roadmap fund-programme compact plano action-plan`,
  Project: `project proyecto projet projeto projekt`,
  Award: `award prize premio prix medal trophy`,
  Regulation: `convention act law regulation directive decree ordinance protocol treaty resolution ley reglamento convenio
    constitution code amendment annex loi reglement directiva decreto decision circular standard`,
  Facility: `plant smelter refinery works factory mill smelthouse facility mine site depot landfill incinerator warehouse complex
    workshop-plant planta fabrica usine fonderie raffinerie fundicion refineria gigafactory foundry shredder park estate steelworks steelmill
    parque zone recycling-centre line yard mega-factory megafactory`,
  Technology: `process technology furnace smelting leaching method system converter kiln reactor electrolysis pyrolysis
    hydrometallurgy pyrometallurgy proceso tecnologia horno procede platform`,
}

const byStem = new Map<string, EntityType>()
for (const [type, words] of Object.entries(HEADS)) {
  for (const word of words.split(/\s+/)) {
    const stem = stemWord(word)
    if (word && !byStem.has(stem)) byStem.set(stem, type as EntityType)
  }
}

/** The type a head noun gives a name, by the noun's stem. */
export function headType(stem: string): EntityType | undefined {
  return byStem.get(stem)
}

/** Last words that make two or more capital words a company: "Umbra Recycling", "Northern Metals". Stems. */
export const COMPANY_HEADS: ReadonlySet<string> = new Set(
  `recycling resource metal environmental environment technology holding group industry material steel mining mineral
  aluminium alloy zinc copper battery energy refining smelting manufacturing engineering solution enterprise ventures venture
  international chemical lithium power motor electronic electric system logistics capital partner trading refinery recycler
  circular ecotech cleantech waste foundry forge iron tin nickel cobalt magnet semiconductor investment consulting
  brothers sons advisory laboratories biotech company corporation metallurgical nonferrous recovery equipment`
    .split(/\s+/)
    .filter(Boolean),
)

/** Common nouns for a company that stand beside its name: "the recycler Umbra", "Umbra, a producer of …". Stems. */
export const COMPANY_NOUNS: ReadonlySet<string> = new Set(
  `company firm recycler manufacturer maker producer smelter refiner supplier operator startup start-up enterprise subsidiary group
  corporation conglomerate miner competitor developer contractor steelmaker automaker carmaker dismantler processor
  spin-off spinoff unit affiliate provider business arm giant venture parent distributor trader integrator collector shredder-operator
  empresa compania sociedad fabricante filial grupo entreprise societe fabricant filiale unternehmen hersteller konzern`
    .split(/\s+/)
    .filter(Boolean),
)
