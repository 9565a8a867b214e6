import type { SourceEntity } from '../entity.ts'

/** How somebody names an entity: everything of a source entity but its id and type. */
export type EntityForm = Omit<SourceEntity, 'id' | 'type'>

export interface WeighedForm {
  form: EntityForm
  /** How many documents or member entities use exactly this form. */
  weight: number
}

/**
 * What several ways of naming one thing say together. The name is the one most of them give, then the longest, then the
 * first by code points; every other name and alias becomes an alias, the most given first. Country and concept are those
 * most of them give, keys are all there are. `leading`, the form of a thing of the world, keeps its own name.
 */
export function combineForms(forms: readonly WeighedForm[], leading?: EntityForm): EntityForm {
  const [only, ...others] = forms
  if (only && others.length === 0 && !leading) return only.form
  const names = countValues(forms, (form) => [form.name])
  const called = countValues(forms, (form) => [form.name, ...form.aliases])
  const name = leading?.name ?? (rank(names)[0] as string)
  const country = leading?.country ?? rank(countValues(forms, (form) => (form.country ? [form.country] : [])))[0]
  const concept = leading?.concept ?? rank(countValues(forms, (form) => (form.concept ? [form.concept] : [])))[0]
  const keys = [...new Set(forms.flatMap(({ form }) => form.keys ?? []))].sort()
  return {
    name,
    aliases: rank(called).filter((alias) => alias !== name),
    ...(country === undefined ? {} : { country }),
    ...(concept === undefined ? {} : { concept }),
    ...(keys.length === 0 ? {} : { keys }),
  }
}

function countValues(forms: readonly WeighedForm[], valuesOf: (form: EntityForm) => string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { form, weight } of forms)
    for (const value of new Set(valuesOf(form))) counts.set(value, (counts.get(value) ?? 0) + weight)
  return counts
}

function rank(counts: Map<string, number>): string[] {
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : a > b ? 1 : 0))
    .map(([value]) => value)
}
