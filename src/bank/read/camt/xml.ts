import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { unescaped } from '../texts.ts'

/** One element: what it holds, by name and in order. */
export type Element = {
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (readonly [string, Element])[]
  /** Where in the text the element begins. */
  readonly at: number
}

const at = XMLParser.getMetaDataSymbol() as unknown as string
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities are turned into letters here, once and only the five of XML and numbers; none can grow.
  processEntities: false,
  cdataPropName: '#cdata',
  captureMetaData: true,
  trimValues: false,
})

type Node = Record<string, unknown>

function elementOf(name: string, node: Node): Element {
  const inside = (node[name] ?? []) as Node[]
  const attributes = (node[':@'] ?? {}) as Record<string, string>
  const place = (node as Record<string, { startIndex?: number } | undefined>)[at]?.startIndex ?? 0
  const children: [string, Element][] = []
  let text = ''
  for (const child of inside) {
    const key = Object.keys(child).find(one => one !== ':@') ?? ''
    if (key === '#text') text += unescaped(String(child[key]))
    else if (key === '#cdata') text += String((child[key] as Node[])[0]?.['#text'] ?? '')
    else if (!key.startsWith('?')) children.push([key, elementOf(key, child)])
  }
  return { text: text.trim(), attributes, children, at: place }
}

/**
 * What the validator of the library lets through: text outside the root, two roots, unknown entities,
 * control characters.
 */
function alsoWrong(text: string, roots: number): boolean {
  const plain = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(plain)) return true
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return true
  return roots !== 1 || !/>\s*$/.test(plain)
}

/** Reads XML; null where it is not well formed. A document type must have been refused before. */
export function readXml(text: string): readonly [string, Element] | null {
  try {
    const whole = text.trimStart()
    if (XMLValidator.validate(whole) !== true) return null
    const nodes = (parser.parse(text) as Node[]).map(
      node => [Object.keys(node).find(key => key !== ':@') ?? '', node] as const,
    )
    const roots = nodes.filter(([name]) => !name.startsWith('?') && !name.startsWith('#'))
    const root = roots[0]
    return root === undefined || alsoWrong(text, roots.length) ? null : [root[0], elementOf(root[0], root[1])]
  } catch {
    return null
  }
}

/** The children of one name. */
export const all = (of: Element | undefined, name: string): readonly Element[] =>
  of?.children.filter(([one]) => one === name).map(([, child]) => child) ?? []

/** The first element on a path of names. */
export function one(of: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((now, name) => all(now, name)[0], of)
}

/** The text on a path, empty where there is none. */
export const textAt = (of: Element | undefined, ...path: readonly string[]): string =>
  one(of, ...path)?.text ?? ''

/** Every element of a name, at any depth. */
export const within = (of: Element, name: string): readonly Element[] =>
  of.children.flatMap(([here, child]) => (here === name ? [child] : within(child, name)))
