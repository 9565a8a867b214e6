import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { canonicalScope } from '../../src/match/gather/canonical-scope.ts'
import type { Facts } from '../../src/match/gather/facts.ts'
import { countsAsFact } from '../../src/match/gather/find-concerns.ts'
import type { JudgeContext } from '../../src/match/judge/judgement.ts'
import type { Need } from '../../src/match/match.ts'
import { scopeNeed } from '../../src/match/need/scope-need.ts'

/** What a judge knows of a need over these facts, when only asserted statements count. */
export function buildJudgeContext(need: Need, facts: Facts, thesaurus: Thesaurus): JudgeContext {
  const scope = scopeNeed(need, thesaurus)
  return { need, scope, concepts: canonicalScope(scope, facts), facts, thesaurus, counts: countsAsFact }
}
