import type { HtmlElement } from './html-tree.ts'

/** What an element and all below it hold. */
interface Weight {
  /** Characters of text, white space left out. */
  text: number
  /** Those of them inside links. */
  linked: number
  links: number
}

const NAVIGATION_ROLES = new Set([
  'navigation',
  'menu',
  'menubar',
  'search',
  'toolbar',
  'tablist',
  'dialog',
  'alertdialog',
])
const CONTROLS = new Set(['nav', 'button', 'select', 'textarea', 'input', 'dialog', 'noscript', 'datalist'])

/** Words of class and id, as sites name them the world over. */
const CONSENT =
  /(?:^|[-_\s])(?:cookies?|consent|gdpr|ccpa|onetrust|cookiebot|cookiebar|cookiebanner|cookieconsent)(?:[-_\s]|$)|cookie-?(?:notice|banner|law|bar|message|popup)/i
const INVISIBLE =
  /(?:^|[-_\s])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|skip-?(?:link|nav|to-content)?|element-invisible)(?:[-_\s]|$)/i
const AROUND =
  /(?:^|[-_\s])(?:nav(?:bar|igation|links?)?|mainnav|subnav|topnav|menus?|submenu|mainmenu|topmenu|breadcrumbs?|pagination|pager|paging|share|sharing|social(?:-?(?:links|media|icons))?|toolbar|tags?-?(?:list|cloud)|language-?(?:switcher|selector)|lang-?switch(?:er)?|related|widget|sidebar|promo|advert(?:isement)?s?|ads?|banner-?ad|newsletter|subscribe|popup|modal|sitemap)(?:[-_\s]|$)/i

/** A consent notice is short; a page about cookies is not. */
const LONGEST_NOTICE = 3_000
/** A list is a menu when nearly all its text is links and each is a few words. */
const MENU_LINKED = 0.8
const MENU_LINKS = 4
const MENU_LINK_LENGTH = 28

/**
 * The elements of a page that are not its content: navigation, cookie notices, controls, hidden parts, lists of links.
 * Where lists of links are most of the page they are the content and stay.
 */
export function findBoilerplate(body: HtmlElement): Set<HtmlElement> {
  const weights = new Map<HtmlElement, Weight>()
  const whole = weigh(body, false, weights)
  const certain = new Set<HtmlElement>()
  const probable = new Set<HtmlElement>()
  mark(body, false)
  const menus = [...probable].reduce((sum, element) => sum + (weights.get(element)?.text ?? 0), 0)
  const named = [...certain].reduce((sum, element) => sum + (weights.get(element)?.text ?? 0), 0)
  return menus > (whole.text - named) * 0.5 ? certain : new Set([...certain, ...probable])

  function mark(element: HtmlElement, inContent: boolean): void {
    const weight = weights.get(element) as Weight
    if (element !== body) {
      if (isNamedBoilerplate(element, weight)) {
        certain.add(element)
        return
      }
      if (isMenu(element, weight, inContent)) {
        probable.add(element)
        return
      }
    }
    const within =
      inContent || element.tag === 'article' || element.tag === 'main' || element.attributes.role === 'main'
    for (const child of element.children) if (typeof child !== 'string') mark(child, within)
  }
}

function weigh(element: HtmlElement, inLink: boolean, weights: Map<HtmlElement, Weight>): Weight {
  const isLink = element.tag === 'a' && element.attributes.href !== undefined
  const weight: Weight = { text: 0, linked: 0, links: isLink ? 1 : 0 }
  for (const child of element.children) {
    if (typeof child === 'string') {
      const length = child.replace(/\s+/g, '').length
      weight.text += length
      if (inLink || isLink) weight.linked += length
    } else {
      const below = weigh(child, inLink || isLink, weights)
      weight.text += below.text
      weight.linked += below.linked
      weight.links += below.links
    }
  }
  weights.set(element, weight)
  return weight
}

function isNamedBoilerplate({ tag, attributes }: HtmlElement, weight: Weight): boolean {
  if (CONTROLS.has(tag)) return true
  if (isHidden(attributes)) return true
  const { role } = attributes
  if (role && NAVIGATION_ROLES.has(role)) return true
  if (tag === 'main' || tag === 'article') return false
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`
  if (names.length < 2) return false
  if (INVISIBLE.test(names) && weight.text < 200) return true
  if (CONSENT.test(names) && weight.text < LONGEST_NOTICE) return true
  return AROUND.test(names) && weight.links > 0 && weight.linked >= weight.text * 0.5
}

function isHidden({ style, hidden }: Record<string, string>): boolean {
  return hidden !== undefined || (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
}

function isMenu({ tag, children }: HtmlElement, { text, linked, links }: Weight, inContent: boolean): boolean {
  if (inContent || links < MENU_LINKS || linked < text * MENU_LINKED) return false
  if (!['ul', 'ol', 'div', 'table', 'section', 'aside', 'p', 'center', 'footer', 'header', 'td'].includes(tag))
    return false
  // The smallest element around the links decides, not the column or page it lies in.
  const parts = children.filter((child) => typeof child !== 'string').length
  return linked / links <= MENU_LINK_LENGTH && parts > 0
}
