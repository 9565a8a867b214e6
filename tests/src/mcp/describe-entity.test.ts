import { describe, expect, it } from 'vitest'
import { describeEntity } from '../../../src/mcp/describe-entity.ts'
import { applyClaims, tonnes } from '../../support/build-claims-plan.ts'
import { openTestStore } from '../../support/open-test-store.ts'

describe('describeEntity', () => {
  it('gives names for ids, labels for predicates, and the words with their document', async () => {
    await using test = await openTestStore()
    await applyClaims(test.store, {
      'a.txt': [
        {
          subject: 'Enterprise:Zincworks',
          predicate: 'TREATS',
          object: 'waste-stream/eaf-dust',
          quote: 'It takes\nEAF dust.',
        },
        { subject: 'Enterprise:Zincworks', predicate: 'capacity', value: tonnes(5) },
      ],
    })
    const found = await describeEntity(test.store, 'zincworks', 10)
    expect(found).toMatchObject({ type: 'Enterprise', name: 'Zincworks', documents: 1 })
    const said = found?.statements.map(({ subject, predicate, object }) => [subject, predicate, object])
    expect(said).toContainEqual(['Zincworks', 'treats', 'eaf dust'])
    expect(said).toContainEqual(['Zincworks', 'capacity', '5 tonnes a year'])
    expect(found?.statements.flatMap(({ evidence }) => evidence)).toContainEqual({
      document: 'a.txt',
      quote: 'It takes EAF dust.',
    })
  })

  it.each(['', 'Nobody', 'ent-none'])('knows nothing by “%s”', async (asked) => {
    await using test = await openTestStore()
    expect(await describeEntity(test.store, asked, 10)).toBeNull()
  })
})
