/** Nouns that end the name of a waste stream. Stems. */
export const WASTE_HEADS: ReadonlySet<string> = new Set(
  'waste scrap dust slag dross sludge residue ash tailing skimming swarf filing turning grinding shaving spent-lining offcut recyclable rubbish garbage refuse mud speiss rubble leftover slurry'.split(
    ' ',
  ),
)
/** Things that are waste once a word of end of life stands before them. Stems. */
export const END_OF_LIFE_HEADS: ReadonlySet<string> = new Set(
  `battery catalyst vehicle car tyre tire cable phone smartphone computer laptop equipment appliance electronic device lamp panel module magnet board
  accumulator cell pack product transformer capacitor lining pot can aluminium copper steel lead metal plastic oil solvent acid bath cathode anode
  wire motor turbine blade telephone television refrigerator pickling-acid liquor carbon refractory brick`.split(/\s+/),
)
/** Words of end of life. Stems of single words; "end-of-life" is three tokens and is met by its last. */
export const END_OF_LIFE: ReadonlySet<string> = new Set(
  'used spent waste scrap scrapped discarded retired secondhand obsolete eol life old second-hand depleted exhausted usado usada'.split(
    ' ',
  ),
)

/** Words of origin and material that may stand before a waste noun besides the thesaurus's own. Stems. */
export const WASTE_MODIFIERS: ReadonlySet<string> = new Set(
  `kitchen food organic medical clinical construction demolition industrial municipal solid liquid hazardous toxic dangerous mixed electronic electrical electric
  household domestic commercial residual recyclable perishable packaging paper glass textile wood garden green bulky agricultural oily chemical
  radioactive infectious inert mineral metallic metal ferrous nonferrous non heavy light precious rare earth plastic rubber tyre automotive shredder
  production manufacturing process mine mining smelter smelting foundry furnace arc blast steel stainless carbon mill rolling pickling galvanising galvanizing
  plating electroplating tannery refinery petrochemical fly bottom boiler incinerator incineration flue gas filter baghouse cathode anode black white salt
  red zinc copper lead aluminium nickel tin cobalt lithium ion phosphate lfp nmc battery gigafactory solar photovoltaic wind turbine cable wire circuit
  printed board it telecom consumer low high grade value old new used spent end of life e crude alloy titanium tungsten magnesium silicon gold silver
  platinum palladium magnet catalyst vehicle car ship aircraft beverage can foil profile extrusion dismantling`.split(
    /\s+/,
  ),
)
