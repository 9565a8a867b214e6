import type { EntityView } from '../../../graph/entity.ts'
import { type Chain, isTradeWide } from '../gather/chain.ts'
import { findChainPlaces } from './find-chain-places.ts'
import type { JudgeContext } from './judgement.ts'
import { type Figure, listFigures } from './list-figures.ts'
import { listFirmCountries, listNamedCountries } from './list-firm-countries.ts'

/** Whose capacity counts for the chain, with its figures, the smallest first: the plant's own before its enterprise's. */
export function findCapacity(chain: Chain, context: JudgeContext): [EntityView | undefined, Figure[]] {
  // What documents say of a process at large is the sum or the plant of somebody else.
  const own = chain.technology && isTradeWide(chain.technology) ? undefined : chain.technology
  for (const part of [chain.project, chain.enterprise, own]) {
    const listed = part ? listFigures(part, context) : []
    const figures = part === chain.enterprise ? keepOfSite(listed, chain, context) : listed
    if (figures.length > 0) return [part, figures.sort((a, b) => a.tonnes - b.tonnes)]
  }
  return [undefined, []]
}

/** Of a firm at work in several countries only the figures that may be this site's: one for Korea is none for Viet Nam. */
function keepOfSite(figures: readonly Figure[], chain: Chain, context: JudgeContext): Figure[] {
  const { enterprise, project } = chain
  const countries = enterprise ? listFirmCountries(enterprise, context) : new Set()
  if (!enterprise || countries.size < 2) return [...figures]
  const here = findChainPlaces(chain, context)[0]?.code
  return figures.filter(({ statement }) => {
    const named = listNamedCountries(statement, enterprise, context)
    if (here !== undefined && named.has(here)) return true
    // The firm's figure without a place may be all its plants' together.
    return named.size === 0 && !project
  })
}
