import type { GraphStore } from '../../../graph/store/graph-store.ts'
import { compareCountries } from '../judge/world-regions.ts'

/** Candidates whose names and countries are looked at, those nearest the need first. */
const MOST_CONSIDERED = 200
/** Candidates that are followed up. A reader looks at ten; the answer says where there were more. */
export const MAX_SEEDS = 60
/** What standing in the country of the need, or near it, adds to a candidate's weight when some must be left out. */
const NEARNESS = { same: 0.3, subregion: 0.15, region: 0.05, elsewhere: 0 }

/** Somebody a statement ties to a concept of the need. */
export interface Seed {
  id: string
  weight: number
  corroboration: number
}

/** Whom to follow up: the strongest, and where some must be left out, rather those near the country of the need. */
export async function chooseSeeds(
  seeds: readonly Seed[],
  store: GraphStore,
  needCountry: string | undefined,
): Promise<{ chosen: string[]; more: boolean }> {
  const ranked = rankSeeds(seeds)
  const considered = ranked.slice(0, MOST_CONSIDERED)
  const more = ranked.length > MAX_SEEDS
  const preferred = more ? await preferNear(considered, store, needCountry) : considered
  return { chosen: preferred.slice(0, MAX_SEEDS).map(({ id }) => id), more }
}

/** Strongest first, each candidate once. */
function rankSeeds(seeds: readonly Seed[]): Seed[] {
  const sorted = [...seeds].sort(
    (a, b) => b.weight - a.weight || b.corroboration - a.corroboration || (a.id < b.id ? -1 : 1),
  )
  const seen = new Set<string>()
  return sorted.filter(({ id }) => !seen.has(id) && seen.add(id))
}

async function preferNear(seeds: readonly Seed[], store: GraphStore, country: string | undefined): Promise<Seed[]> {
  if (!country) return [...seeds]
  const views = await store.entities(seeds.map(({ id }) => id))
  const placed = seeds.map((seed, at) => {
    const there = views[at]?.country
    return there ? { ...seed, weight: seed.weight + NEARNESS[compareCountries(country, there).nearness] } : seed
  })
  return rankSeeds(placed)
}
