import { describe, expect, it } from 'vitest'
import { combineForms, type EntityForm } from '../../../graph/store/combine-forms.ts'

const form = (name: string, more: Partial<EntityForm> = {}): EntityForm => ({ name, aliases: [], ...more })
const weigh = (weight: number, name: string, more: Partial<EntityForm> = {}) => ({ form: form(name, more), weight })

describe('combineForms', () => {
  it('leaves a single form as it is', () => {
    const only = form('zinc', { aliases: ['b', 'a'], keys: ['z', 'y'] })
    expect(combineForms([{ form: only, weight: 3 }])).toEqual(only)
  })

  it('takes the name most give, then the longest, then the first', () => {
    expect(combineForms([weigh(1, 'Zinc metal'), weigh(2, 'zinc')]).name).toBe('zinc')
    expect(combineForms([weigh(1, 'zinc'), weigh(1, 'Zn')]).name).toBe('zinc')
    expect(combineForms([weigh(1, 'zinc'), weigh(1, 'Zink')]).name).toBe('Zink')
  })

  it('makes every other name and alias an alias, the most given first, each once', () => {
    const forms = [
      weigh(1, 'zinc', { aliases: ['Zn', 'spelter'] }),
      weigh(3, 'zinc', { aliases: ['spelter'] }),
      weigh(2, 'Zn'),
    ]
    expect(combineForms(forms)).toEqual(form('zinc', { aliases: ['spelter', 'Zn'] }))
  })

  it('takes country and concept by majority and all keys', () => {
    const forms = [
      weigh(1, 'a', { country: 'DE', keys: ['k2'] }),
      weigh(2, 'a', { country: 'AT', keys: ['k1'] }),
      weigh(5, 'a'),
    ]
    expect(combineForms(forms)).toEqual(form('a', { country: 'AT', keys: ['k1', 'k2'] }))
  })

  it('lets a thing of the world keep its own name, country and concept', () => {
    const leading = form('zinc', { concept: 'metal/zinc' })
    expect(combineForms([weigh(1, 'zinc'), weigh(9, 'Zn', { concept: 'metal/other' })], leading)).toEqual(
      form('zinc', { aliases: ['Zn'], concept: 'metal/zinc' }),
    )
  })
})
