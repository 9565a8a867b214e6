const DOUBLING = new Set('run ship plan win get set put cut stop begin submit commit'.split(' '))
const IRREGULAR: Record<string, string> = {
  ran: 'run',
  built: 'build',
  held: 'hold',
  made: 'make',
  won: 'win',
  gave: 'give',
  given: 'give',
  took: 'take',
  taken: 'take',
  led: 'lead',
  bought: 'buy',
  sold: 'sell',
  spoke: 'speak',
  spoken: 'speak',
  began: 'begin',
  begun: 'begin',
  melted: 'melt',
  kept: 'keep',
  said: 'say',
  told: 'tell',
  put: 'put',
  cut: 'cut',
  spent: 'spend',
  became: 'become',
  chose: 'choose',
  chosen: 'choose',
  met: 'meet',
  drew: 'draw',
  drawn: 'draw',
}

/** Lemmas by inflected form, for the verbs given in base form. */
export function inflect(verbs: Iterable<string>): Map<string, string> {
  const forms = new Map<string, string>()
  for (const verb of verbs) {
    for (const form of formsOf(verb)) forms.set(form, verb)
  }
  for (const [form, verb] of Object.entries(IRREGULAR)) if (forms.get(verb) === verb) forms.set(form, verb)
  return forms
}

function formsOf(verb: string): string[] {
  const forms = [verb]
  if (/[^aeiou]y$/.test(verb)) forms.push(`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`)
  else if (verb.endsWith('e')) forms.push(`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`)
  else if (DOUBLING.has(verb)) forms.push(`${verb}s`, `${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`)
  else forms.push(/(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`, `${verb}ed`, `${verb}ing`)
  return forms
}

export const BE: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'get',
  'got',
  'es',
  'son',
  'fue',
  'fueron',
  'ser',
  'sido',
  'est',
  'sont',
  'ete',
])
