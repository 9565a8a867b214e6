/** Nouns that end the name of a technology. Stems. */
export const PROCESS_HEADS: ReadonlySet<string> = new Set(
  `process technology technique smelting leaching refining electrolysis furnace converter kiln pyrolysis hydrometallurgy pyrometallurgy reduction
  bioleaching electrowinning electrorefining calcination roasting distillation sintering sorting separation extraction incineration washing shredding
  dismantling crushing fuming reactor cementation precipitation flotation crystallisation crystallization evaporation desulphurisation desulfurization
  stripping fragmentation decrepitation pulverisation dissolution oxidation hydrolysis electrodialysis adsorption cupellation sulphation carbonation filtration centrifugation comminution hydrogenation relithiation thermolysis cyanidation volatilisation converting granulation melting casting remelting briquetting pelletising pelletizing vitrification stabilisation solidification gasification
  chlorination delamination deinking recovery regeneration system method route`.split(/\s+/),
)
/** Heads that say little by themselves: they need a name or a technical word right before them. Stems. */
export const WEAK_PROCESS_HEADS: ReadonlySet<string> = new Set(
  'process technology technique system method route recovery separation extraction sorting reduction washing regeneration casting melting stripping refining smelting recycling treatment crushing shredding dismantling'.split(
    ' ',
  ),
)
/** Technical words that make a process of what follows. Stems. */
export const PROCESS_MODIFIERS: ReadonlySet<string> = new Set(
  `vacuum rotary hearth submerged arc plasma electric induction top blown bottom side flash aluminothermic alkaline acid ammonia ammoniacal solvent ion exchange direct
  closed loop thermal hydro pyro mechanical hydrometallurgical pyrometallurgical electrolytic electrochemical electrostatic magnetic eddy current
  density optical sensor based x ray laser induced cryogenic microwave supercritical subcritical pressure atmospheric high low temperature short long
  blast shaft reverberatory tilting drum fluidised fluidized bed multiple waelz oxide slag chloride sulphate sulphuric nitric hydrochloric caustic soda carbothermic
  metallothermic silicothermic zinc lead copper nickel cobalt lithium carbonate dry wet bio bacterial molten salt fused bath inert gas oxygen enriched
  solid state selective fractional membrane reverse osmosis biological enzymatic chemical physical automated robotic ai smart two three single multi stage step continuous batch
  de dc ac regenerative oxy fuel salt free hydrogen nitrogen chlorine steam argon saltless less pre paste liquid ionic deep eutectic black mass cathode anode electrolyte relithiation gravity air jig hammer mill`.split(
    /\s+/,
  ),
)
