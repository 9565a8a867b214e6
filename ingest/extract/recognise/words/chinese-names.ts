/** Frequent Chinese surnames in characters; one of them opens a personal name. */
export const SURNAMES_ZH: ReadonlySet<string> = new Set([
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪童阮褚尤柏窦葛奚鲁韦苗俞柳鲍费廉岑倪滕殷毕邬卞齐伍卜穆湛祁禹狄臧庞纪舒屈闵季娄颜梅刁骆樊凌霍虞柯莫裘缪杭吉邢裴翁荀甄芮靳巫仲仇甘厉戎詹蒲卓蔺屠蒙翟濮庄晏柴瞿耿匡聂辛饶',
])

/** Frequent Chinese surnames in pinyin, folded. */
export const SURNAMES_PINYIN: ReadonlySet<string> = new Set(
  `wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong
  xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi
  yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin yi chang qiao lai gong wen hong
  tong lv ou ouyang sima zhuge bao bi bian chai chi dou fei ge geng guan gui hua huo ji jiao ju kuang lan lang le leng lian ling ning nie niu
  pang pei pi pu qi qu ran rao rong ruan sha shan shang shu si tao tu wo xi xiang xin xing yue yun zang zhai zhan zhi zhuang zhuo zi zong zuo`
    .split(/\s+/)
    .filter(Boolean),
)

const INITIALS = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])'
const FINALS =
  '(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|e|i|o|u|v)'
/** One to three pinyin syllables; at most 18 letters, so matching is bounded. */
const GIVEN = new RegExp(`^(?:${INITIALS}?${FINALS}){1,3}$`)

/** Whether a folded word reads as a Chinese given name in pinyin. */
export function readsAsPinyin(fold: string): boolean {
  return fold.length >= 2 && fold.length <= 15 && GIVEN.test(fold)
}
