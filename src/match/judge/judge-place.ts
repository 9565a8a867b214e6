import type { EntityView } from '../../../graph/entity.ts'
import { countryName } from '../../../graph/values/country.ts'
import type { Chain } from '../gather/chain.ts'
import { findChainPlaces } from './find-chain-places.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { type ChainPlace, listPlaces } from './list-places.ts'
import { SCALE } from './weights.ts'
import { compareCountries } from './world-regions.ts'

/** How near the plant or enterprise is to the country of the need. */
export function judgePlace(chain: Chain, context: JudgeContext): Judgement {
  const { need } = context
  const here = need.country
  const places = findChainPlaces(chain, context)
  const [place] = places
  const statements = place?.statement ? [place.statement] : []
  if (!here) return { ...notAsked('place', 'The need names no country.'), statements }
  if (!place) {
    const who = chain.project ?? chain.enterprise
    const missing = who ? [`In which country is ${who.name}?`] : []
    return { name: 'place', asked: true, score: null, because: 'No document says where it is.', statements, missing }
  }
  const { nearness, shared } = compareCountries(here.code, place.code)
  const there = countryName(place.code) ?? place.code
  const because = {
    same: `${place.of.name} is in ${there} itself.`,
    subregion: `${place.of.name} is in ${there}, in ${shared} like ${here.label}.`,
    region: `${place.of.name} is in ${there}, in ${shared} like ${here.label}.`,
    elsewhere: `${place.of.name} is in ${there}, in another part of the world than ${here.label}.`,
  }[nearness]
  const countries = new Set(places.map(({ code }) => code)).size
  const among = countries > 1 ? ` That is the nearest of ${countries} countries it is said to be in.` : ''
  const elsewhere =
    chain.project || !chain.enterprise ? [] : listElsewhere(chain.enterprise, place.code, places, context)
  const missing = elsewhere.map(
    (country) => `Can ${chain.enterprise?.name} do it in ${country} too? The capacity known is not said to be there.`,
  )
  return {
    name: 'place',
    asked: true,
    score: SCALE.place[nearness],
    because: because + among,
    statements,
    ...(missing.length > 0 && { missing }),
  }
}

/** The nearest country the firm is in as well, where it is nearer than the one that counts. */
function listElsewhere(
  firm: EntityView,
  code: string,
  places: readonly ChainPlace[],
  { need, facts, counts }: JudgeContext,
): string[] {
  const here = need.country?.code
  const score = (country: string) => SCALE.place[compareCountries(here ?? country, country).nearness]
  const nearest = listPlaces(firm, facts, counts)
    .filter((place) => !places.some((kept) => kept.code === place.code) && score(place.code) > score(code))
    .sort((a, b) => score(b.code) - score(a.code))[0]
  return nearest ? [countryName(nearest.code) ?? nearest.code] : []
}
