/** The rows of the programme's table of parts that the library shows, each with words without which a document does not show it. */
export const PARTS = {
  forum: /\b(forum|seminar|conference)/i,
  '3r-information': /recycl|recicl|recover|回收|富集/i,
  'demonstration-projects': /demonstrat/i,
  'demonstration-centres': /\bcentres?\b/i,
  'technology-transfer': /\btechnolog/i,
  awards: /\b(award|prize)/i,
  'talents-network': /\bexpert/i,
  'internet-of-things': /\b(trace|passport|tracking)|溯源/i,
  'zero-waste-cities': /zero[- ]waste|无废城市/i,
  'illegal-movements': /\b(illegal|trafficking|transboundary)/i,
  'supervision-platform': /\bcollection orders?\b/i,
  'country-consultations': /\b(consultation|consulted)/i,
  'country-rules': /\b(law|rules?|regulation|decree|ley|ban)\b|规定/i,
} as const

export interface ExpectedExample {
  title: string
  language: string
  /** Words that must stand in the text as they are: they cross a line, a column or a cell in the file. */
  says: string
  parts: readonly (keyof typeof PARTS)[]
}

export const EXAMPLES: Record<string, ExpectedExample> = {
  'aluminium-dross-and-salt-slag.pdf': {
    title: 'Aluminium Dross and Salt Slag: Metal, Salt and Oxide',
    language: 'en',
    says: 'Speira said its recycling capacity more than doubled to 650,000 tonnes per year.',
    parts: ['3r-information'],
  },
  'asian-smelters.md': {
    title: 'Three Asian Smelters That Live on Scrap',
    language: 'en',
    says: 'It bought Igneo, an American trader and processor of electronic scrap, in 2022',
    parts: ['3r-information'],
  },
  'aurubis-richmond.html': {
    title: 'First Melt in Georgia: Aurubis Opens a Copper Recycling Smelter',
    language: 'en',
    says: 'SMS group of Düsseldorf supplied the plant.',
    parts: ['3r-information'],
  },
  'awards.json': {
    title: 'Awards for Metal Recycling and Their Laureates',
    language: 'en',
    says: 'Farouk Tedjar; Jean-Claude Foudraz',
    parts: ['awards'],
  },
  'bangladesh-consultation.md': {
    title: 'Country Consultation Bangladesh',
    language: 'en',
    says: 'Bangladesh acceded to the Basel Convention in 1993.',
    parts: ['country-consultations', 'country-rules'],
  },
  'battery-recycling-plants.csv': {
    title: 'battery-recycling-plants',
    language: 'en',
    says: 'Mundra plant\tGravita India Limited\tMundra\tIndia',
    parts: ['3r-information'],
  },
  'battery-trace.json': {
    title: 'Example Trace of a Battery Lot (Invented)',
    language: 'en',
    says: '1,000 kg of lithium-ion modules become 550 kg of black mass',
    parts: ['internet-of-things'],
  },
  'battery-traceability.md': {
    title: 'From Cell to Black Mass: Following a Battery by Its Events',
    language: 'en',
    says: 'GS1 ratified version 2.0 of its standard EPCIS in 2022.',
    parts: ['internet-of-things'],
  },
  'cities-towards-zero-waste.html': {
    title: 'Cities Towards Zero Waste: A Declaration and a List of Twenty',
    language: 'en',
    says: 'Three Chinese cities are on it: Suzhou, Sanya and Hangzhou.',
    parts: ['zero-waste-cities'],
  },
  'country-rules.xlsx': {
    title: 'Country rules',
    language: 'en',
    says: 'United States\tElectric arc furnace dust\tListed hazardous waste K061',
    parts: ['country-rules'],
  },
  'demonstration-centres.pdf': {
    title: 'Four Places Where Recycling Can Be Seen',
    language: 'en',
    says: 'Mitsubishi Materials added furnaces for shredder dust and fly ash under the plan called Eco Island Naoshima.',
    parts: ['demonstration-centres'],
  },
  'demonstration-projects.xlsx': {
    title: 'Demonstration projects',
    language: 'en',
    says: 'CirCular\tAtlantic Copper\tSpain\tHuelva\tElectronic scrap\tISACYCLE\t60,000 tonnes per year',
    parts: ['demonstration-projects'],
  },
  'dhaka-seminar.docx': {
    title: 'Seminar Report: Used Lead-Acid Batteries, Dhaka 2021',
    language: 'en',
    says: 'Francesca Cenni\tSecretariat of the Basel, Rotterdam and Stockholm Conventions\tProgramme Officer',
    parts: ['forum'],
  },
  'dongli-dianchi.txt': {
    title: '退役动力电池去了哪里:两家中国回收企业的路径',
    language: 'zh',
    says: '镍、钴、锰的回收率为99.6%,锂的回收率为96.5%。',
    parts: ['3r-information', 'internet-of-things'],
  },
  'e-waste-rules-and-recyclers.html': {
    title: 'E-Waste: New Rules for Shipments, New Plants in India',
    language: 'en',
    says: 'Nitin Gupta and his brother Rohan founded Attero Recycling in 2008',
    parts: ['3r-information', 'illegal-movements'],
  },
  'experts.json': {
    title: 'Experts in Metal Recycling: Public Profiles',
    language: 'en',
    says: 'Mari Lundström\tAalto University\tProfessor\tEspoo',
    parts: ['talents-network'],
  },
  'gangtie-fenchen.txt': {
    title: '钢铁粉尘与再生金属原料:中国的管理规定',
    language: 'zh',
    says: '列为含锌废物,代码为312-001-23。',
    parts: ['country-rules', '3r-information'],
  },
  'ghana-e-waste-project.docx': {
    title: 'Demonstration Project: Paying for Cables in Accra',
    language: 'en',
    says: 'the Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ) trains and advises',
    parts: ['demonstration-projects'],
  },
  'illegal-movements-bulletin.pdf': {
    title: 'Ten Years of Operation Demeter and One Ship That Turned Back',
    language: 'en',
    says: 'In the tenth edition, in the second half of 2024, a record 110 administrations took part.',
    parts: ['illegal-movements'],
  },
  'lead-battery-recyclers.pdf': {
    title: 'Who Recycles Lead Batteries: A Survey of Plants and Owners',
    language: 'en',
    says: 'Metalurgica de Medina\tMedina del Campo\tSpain\t120,000 tonnes a year',
    parts: ['3r-information'],
  },
  'ley-rep-chile.txt': {
    title: 'Chile: la Ley REP llega a las baterías',
    language: 'es',
    says: 'La fiscalización corresponde a la Superintendencia del Medio Ambiente.',
    parts: ['country-rules'],
  },
  'lithium-battery-recyclers.html': {
    title: 'Lithium Battery Recyclers: Who Grows, Who Was Bought',
    language: 'en',
    says: 'on 7 August 2025 Glencore completed the acquisition of the spokes, the hub project and the patents',
    parts: ['3r-information'],
  },
  'metal-recycling-awards.md': {
    title: 'Prizes for Those Who Bring Metal Back',
    language: 'en',
    says: 'They shared two million dollars evenly.',
    parts: ['awards'],
  },
  'recyclers.csv': {
    title: 'recyclers',
    language: 'en',
    says: 'DOWA Holdings Co., Ltd.\tJapan\tTokyo',
    parts: ['3r-information'],
  },
  'regional-3r-forum.txt': {
    title: 'REGIONAL 3R AND CIRCULAR ECONOMY FORUM IN ASIA AND THE PACIFIC',
    language: 'en',
    says: 'Manohar Lal, Union Minister of Housing and Urban Affairs',
    parts: ['forum'],
  },
  'secondary-lead-conferences.pdf': {
    title: 'Secondary Lead Conferences in Asia: Sessions and Speakers',
    language: 'en',
    says: 'Stefano Buono of Engitec introduced the CX Smart, a small recycling plant for emerging countries.',
    parts: ['forum'],
  },
  'steel-dust-recyclers.pdf': {
    title: 'Recyclers of Steel Dust Cross the Borders',
    language: 'en',
    says: 'The purchase closed on 17 August 2021.',
    parts: ['3r-information', 'technology-transfer'],
  },
  'steel-dust-routes.pdf': {
    title: 'Steel Dust: What It Is and Where the Zinc Goes',
    language: 'en',
    says: 'A rotary hearth furnace takes the dust as briquettes.',
    parts: ['3r-information'],
  },
  'supervision-platform.md': {
    title: 'A Supervision Platform for Recyclers: One Order from Door to Furnace',
    language: 'en',
    says: 'they describe no real company',
    parts: ['supervision-platform'],
  },
  'talents-network.md': {
    title: 'Ten People to Ask: Notes for a Talents Network',
    language: 'en',
    says: 'nobody listed here is a member of the network',
    parts: ['talents-network'],
  },
  'technology-offers.docx': {
    title: 'Technology Offers for Metal-Bearing Wastes, Spring 2026',
    language: 'en',
    says: 'Primobius is a joint venture of SMS group, Germany, and Neometals, Australia.',
    parts: ['technology-transfer'],
  },
  'umicore-hoboken.html': {
    title: 'Seventeen Metals from One Works: Umicore in Hoboken',
    language: 'en',
    says: 'Umicore grew out of Union Minière',
    parts: ['3r-information'],
  },
  'viet-nam-consultation.docx': {
    title: 'Country Consultation Viet Nam: Metal-Bearing Wastes',
    language: 'en',
    says: 'Electrical and electronic equipment\t1 January 2025\tDecree 08/2022/ND-CP',
    parts: ['country-consultations', 'country-rules'],
  },
  'wufei-chengshi.html': {
    title: '“无废城市”建设:从试点到百城行动',
    language: 'zh',
    says: '2022年4月\t公布建设名单',
    parts: ['zero-waste-cities'],
  },
  'zinc.md': {
    title: 'Zinc: Loops Old and New',
    language: 'en',
    says: 'Electric arc furnace dust\t15 to 30 %\tWaelz kiln, rotary hearth furnace',
    parts: ['3r-information'],
  },
}
