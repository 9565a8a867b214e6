import { createRandom } from './compose-graph.ts'

/**
 * Documents of the kinds the programme has, about neighbouring matters: other wastes, other places, other people. They use the
 * words people search by (recycling, hazardous, zinc, network, award …) and answer none of the questions the library answers.
 */
export interface Distractor {
  source: string
  text: string
}

const STEMS =
  `Arven Bolt Corvid Delmar Estra Fennel Garo Halden Iber Jasna Kestrel Lumen Marlow Nadir Orla Pinto Quill Rasmo Selva Tamar
  Ulmo Verity Wexa Yarrow Zephyr Amberley Brisk Calder Dorset Elgin`.split(/\s+/)
const ENDS =
  'Environmental Polymers Fibres Glass Services Waste Resources Works Industries Logistics Organics Textiles'.split(' ')
const FORMS = ['Ltd.', 'GmbH', 'S.A.', 'Pty Ltd', 'Inc.', 'Co., Ltd.', 'AB', 'S.r.l.']
const GIVEN =
  'Amara Bruno Chidi Dalia Emeka Farah Goran Hana Ivo Jamila Kofi Leila Mateo Nadia Omar Priya Rosa Samuel Tariq Wanjiru'.split(
    ' ',
  )
const FAMILY =
  `Abara Bianchi Costa Diallo Eriksen Ferrari Gupta Haddad Ivanova Jensen Kamau Lindqvist Mensah Novak Okafor Petrov Quispe Rossi
  Silva Tanaka`.split(/\s+/)
const PLACES: [string, string][] = [
  ['Nairobi', 'Kenya'],
  ['Lima', 'Peru'],
  ['Gdańsk', 'Poland'],
  ['Porto', 'Portugal'],
  ['Lagos', 'Nigeria'],
  ['Montevideo', 'Uruguay'],
  ['Tunis', 'Tunisia'],
  ['Riga', 'Latvia'],
  ['Cebu', 'Philippines'],
  ['Colombo', 'Sri Lanka'],
  ['Suva', 'Fiji'],
  ['Perth', 'Australia'],
]
const WASTES =
  `PET bottles|used tyres|waste glass|mixed paper|textile waste|food waste|used cooking oil|construction rubble|sewage sludge|
  fishing nets|agricultural film|waste paint|medical waste|mattresses|garden waste|coffee grounds|demolition wood|solar panels`
    .split('|')
    .map((waste) => waste.trim())
const METHODS =
  `anaerobic digestion|mechanical sorting|glycolysis|devulcanisation|composting|optical sorting|steam sterilisation|cold milling|
  pelletising|gasification|enzymatic hydrolysis|washing and flotation`
    .split('|')
    .map((method) => method.trim())
const METALS = ['zinc', 'copper', 'aluminium', 'lead', 'nickel', 'tin']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

type Pick = <T>(list: readonly T[]) => T
type Compose = (pick: Pick, number: (least: number, most: number) => number) => { title: string; body: string[] }

function nameFirm(pick: Pick): string {
  return `${pick(STEMS)}${pick(STEMS).toLowerCase()} ${pick(ENDS)} ${pick(FORMS)}`
}

function namePerson(pick: Pick): string {
  return `${pick(GIVEN)} ${pick(FAMILY)}`
}

const GENRES: Record<string, Compose> = {
  profile: (pick, number) => {
    const [firm, [city, country], waste] = [nameFirm(pick), pick(PLACES), pick(WASTES)]
    return {
      title: `Company profile: ${firm}`,
      body: [
        `${firm} has collected and recycled ${waste} in ${city}, ${country}, since ${number(1975, 2020)}. Its plant has an annual capacity of ${number(3, 90)},000 tonnes and employs ${number(20, 600)} people.`,
        `The company works by ${pick(METHODS)}. Customers pay a gate fee that follows the market; what cannot be sold goes to a landfill outside the city.`,
        `General manager ${namePerson(pick)} expects a second line within two years if the permit is granted.`,
      ],
    }
  },
  market: (pick, number) => {
    const [metal, month] = [pick(METALS), pick(MONTHS)]
    return {
      title: `Market note, ${month} ${number(2015, 2025)}: ${metal}`,
      body: [
        `Prices of ${metal} moved sideways in ${month}. Stocks in exchange warehouses fell by ${number(2, 30)} percent while mine output recovered after the strikes of the spring.`,
        `Traders point to weak demand from car makers and a dearer dollar. Premiums for prompt delivery stayed below ${number(80, 300)} dollars a tonne.`,
        `Analysts at ${nameFirm(pick)} see no shortage before the end of next year.`,
      ],
    }
  },
  event: (pick, number) => {
    const [[city, country], waste] = [pick(PLACES), pick(WASTES)]
    return {
      title: `${pick(['Workshop', 'Conference', 'Round table', 'Seminar'])} on ${waste}, ${city}`,
      body: [
        `On ${number(1, 28)} ${pick(MONTHS)} ${number(2012, 2025)} some ${number(30, 400)} people met in ${city}, ${country}, to speak of ${waste}. ${namePerson(pick)} of the municipal council opened the meeting.`,
        `${namePerson(pick)}, who teaches at the polytechnic, showed what ${pick(METHODS)} costs a small town. A panel of recyclers asked for longer contracts.`,
        `The organisers will publish the slides. The next meeting is planned for ${number(2024, 2027)}.`,
      ],
    }
  },
  rule: (pick, number) => {
    const [[, country], waste] = [pick(PLACES), pick(WASTES)]
    return {
      title: `${country}: new rules for ${waste}`,
      body: [
        `From ${number(1, 28)} ${pick(MONTHS)} ${number(2018, 2026)} producers in ${country} must pay for the collection of ${waste}. Shops above ${number(100, 800)} square metres take them back free of charge.`,
        `The ministry set a collection target of ${number(25, 80)} percent. Whoever exports without a licence risks a fine and the loss of the permit.`,
        `Industry asked for a transition of three years; it was given one.`,
      ],
    }
  },
  city: (pick, number) => {
    const [city, country] = pick(PLACES)
    return {
      title: `${city} sorts its bins`,
      body: [
        `${city} in ${country} put out ${number(4, 60)} thousand green bins last year. Households keep ${pick(WASTES)} apart, and the share that reaches the landfill fell to ${number(30, 75)} percent.`,
        `Mayor ${namePerson(pick)} thanked the waste pickers, now members of a cooperative with health insurance.`,
        `The plan for the coming decade foresees compost for the parks and a repair market in each district.`,
      ],
    }
  },
  award: (pick, number) => {
    const [[city, country], firm] = [pick(PLACES), nameFirm(pick)]
    return {
      title: `Green Shop Prize ${number(2014, 2025)}`,
      body: [
        `The Green Shop Prize of ${country} went to ${firm} of ${city} for refillable packaging. The jury had ${number(20, 140)} entries before it.`,
        `Second came a café that saves ${pick(WASTES)}. ${namePerson(pick)} handed over a plaque of recycled glass.`,
      ],
    }
  },
  interview: (pick, number) => {
    const [person, firm, waste] = [namePerson(pick), nameFirm(pick), pick(WASTES)]
    return {
      title: `Five questions to ${person}`,
      body: [
        `${person} has run the plant of ${firm} for ${number(2, 25)} years. What has changed? “People used to laugh at ${waste}. Now three buyers call every week.”`,
        `And the technology? “We began with ${pick(METHODS)} because the machine was cheap. Today I would look at energy first.”`,
        `What is missing? “Training. A young engineer hears of ${pick(METALS)} and of plastics, never of the residues in between.”`,
      ],
    }
  },
  project: (pick, number) => {
    const [[city, country], waste] = [pick(PLACES), pick(WASTES)]
    return {
      title: `Pilot for ${waste} in ${city}`,
      body: [
        `A pilot in ${city}, ${country}, tests ${pick(METHODS)} on ${number(1, 40)} tonnes of ${waste} a month. ${nameFirm(pick)} built it for ${number(1, 12)} million dollars.`,
        `The first results are mixed: the yield is ${number(40, 80)} percent, below what the supplier promised, and the water bill is high.`,
        `A steering group with members from the university and two ministries decides in ${number(2025, 2028)} whether to go on.`,
      ],
    }
  },
  illness: (pick, number) => {
    const [[city, country]] = [pick(PLACES)]
    return {
      title: `Dust and health around ${city}`,
      body: [
        `Physicians in ${city}, ${country}, examined ${number(80, 900)} pupils near the cement kilns. Dust on window sills held little metal; the cough came from traffic, the study says.`,
        `The authors, led by ${namePerson(pick)}, ask for a second measuring station and for wet sweeping of the roads.`,
      ],
    }
  },
  empresa: (pick, number) => {
    const [firm, [city]] = [nameFirm(pick), pick(PLACES)]
    return {
      title: `${firm} amplía su planta`,
      body: [
        `${firm} invertirá ${number(2, 30)} millones de dólares en su planta de ${city}, que recicla envases de vidrio y cartón. La capacidad pasará de ${number(5, 20)}.000 a ${number(21, 60)}.000 toneladas al año.`,
        `Según ${namePerson(pick)}, directora de la empresa, la obra dará trabajo a ${number(20, 90)} personas.`,
      ],
    }
  },
  qiye: (pick, number) => ({
    title: `${pick(['滨江', '东岭', '南湖', '西平', '北辰'])}环保公司建成废塑料处理线`,
    body: [
      `该公司位于工业园区，主要回收${pick(['废塑料', '废纸', '废玻璃', '餐厨垃圾', '建筑垃圾'])}，年处理能力${number(2, 40)}万吨，总投资${number(1, 9)}亿元。`,
      `公司负责人表示，项目投产后可新增就业${number(50, 400)}人，产品主要供应本省的包装企业。`,
    ],
  }),
  pabrik: (pick, number) => ({
    title: `Bank sampah di ${pick(['Bandung', 'Malang', 'Makassar', 'Medan'])}`,
    body: [
      `Bank sampah ini menerima ${number(2, 40)} ton plastik dan kertas setiap bulan dari ${number(200, 3000)} rumah tangga. Warga dibayar dengan pulsa atau beras.`,
      `Pengelola berharap pemerintah kota menambah kendaraan pengangkut tahun depan.`,
    ],
  }),
}

/** `count` documents, the same in every run. */
export function composeDistractors(count: number): Distractor[] {
  const random = createRandom(2_026)
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number]
  const number = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const genres = Object.entries(GENRES)
  return Array.from({ length: count }, (_, at) => {
    const [genre, compose] = genres[at % genres.length] as [string, Compose]
    const { title, body } = compose(pick, number)
    return { source: `distractors/${genre}-${at}.txt`, text: [title, ...body].join('\n\n') }
  })
}
