import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../../ingest/read/detect-language.ts'

describe('detectLanguage', () => {
  it.each([
    ['en', 'The ministry told the forum that dust from furnaces is recycled in the district every year.'],
    ['es', 'El ministerio informó al foro que el polvo de los hornos se recicla cada año en el distrito.'],
    ['fr', 'Le ministère a annoncé que les poussières des fours sont recyclées chaque année dans la région.'],
    ['vi', 'Bộ cho biết bụi lò hồ quang được tái chế mỗi năm trong các nhà máy của khu vực này.'],
    ['zh', '钢铁粉尘回收利用项目'],
    ['ja', '亜鉛を含むダストをリサイクルする工場です'],
    ['ko', '전기로 분진을 재활용하는 공장입니다'],
    ['th', 'โรงงานรีไซเคิลฝุ่นสังกะสี'],
    ['ru', 'Министерство сообщило, что пыль печей перерабатывается каждый год на заводах области.'],
  ])('knows %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('does not guess from few letters or from figures', () => {
    expect(detectLanguage('EAF dust 2019')).toBe('und')
    expect(detectLanguage('12,5 33 + 4 = 77 '.repeat(20))).toBe('und')
    expect(detectLanguage('')).toBe('und')
  })
})
